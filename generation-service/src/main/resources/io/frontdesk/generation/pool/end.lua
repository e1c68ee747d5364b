-- A request has ended: its reserve becomes what it took, and the breaker learns how it went. After key.lua.
-- KEYS: leases, the key's state. ARGV: the end, as JSON.
local done = cjson.decode(ARGV[1])
local state = read(KEYS[2])
local lease = table.concat({done.id, done.second, done.tokens, state.key}, '|')
local reserved = redis.call('zrem', KEYS[1], lease) == 1 and done.tokens or 0
-- It counts from when the provider was heard: by then it had come, however long it was on its way, and a provider's minute is one of
-- what comes. What was picked without Redis was not counted before.
if done.counted then add(state, done.second, -1, 0 - reserved) end
add(state, math.min(math.max(done.second, math.floor((now - done.heard_ago) / 1000)), second), 1, done.used)

local was_open = state.open_until > 0
local is_probe = state.probe == done.id and was_open
if is_probe then state.probe, state.probe_until = '', 0 end

local function open()
  state.opened = state.opened + 1
  state.open_until = now + math.min(done.open * 2 ^ (state.opened - 1), done.longest_open)
  state.outcomes = ''
end

local function remember(outcome)
  state.outcomes = (state.outcomes .. outcome):sub(-10)
end

-- What began before the breaker opened says nothing about the key as it is now.
if done.verdict == 'success' then
  if is_probe then
    state.open_until, state.opened, state.outcomes = 0, 0, ''
  elseif not was_open then
    remember('0')
  end
elseif done.verdict == 'failure' then
  state.rest_until = math.max(state.rest_until, now + done.rest)
  state.failed_at = now
  if is_probe then
    open()
  elseif not was_open then
    remember('1')
    if failures(state) >= done.failures then open() end
  end
elseif done.verdict == 'refused' then
  state.out = done.reason
end
save(state)
return cjson.encode({id = done.id, opened = state.open_until > now, closed = was_open and state.open_until == 0})
