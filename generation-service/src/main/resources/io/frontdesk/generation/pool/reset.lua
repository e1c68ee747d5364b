-- An operator has looked: the key starts anew, but for what it has used. After key.lua.
-- KEYS: the key's state.
local state = read(KEYS[1])
state.out, state.outcomes, state.probe = '', '', ''
state.open_until, state.opened, state.probe_until, state.rest_until, state.failed_at = 0, 0, 0, 0, 0
save(state)
return 1
