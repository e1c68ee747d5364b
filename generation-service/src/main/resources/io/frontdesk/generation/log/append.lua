-- Appends to an answer and renews its lease, for whoever holds it. After held.lua.
-- KEYS  state, log, leased
-- ARGV  id, token, member of leased, lease ms, life ms, findings (JSON; empty for none), id of the first event,
--       then name and data of each event
if not held or ended then
  return {id, 'lost'}
end
append(7)
redis.call('hset', KEYS[1], 'until', now + ARGV[4])
if ARGV[6] ~= '' then
  redis.call('hset', KEYS[1], 'findings', ARGV[6])
end
redis.call('zadd', KEYS[3], now + ARGV[4], ARGV[3])
live(ARGV[5])
return {id, 'kept'}
