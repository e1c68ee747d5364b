-- Appends to an answer and renews its lease, for whoever holds it. What is there already is not appended again.
-- KEYS  state, log, leased, readers
-- ARGV  id, token, member of leased, lease ms, life ms, findings (JSON; empty for none), id of the first event,
--       then name and data of each event
local id = ARGV[1]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local state = redis.call('hmget', KEYS[1], 'token', 'seq', 'ended')
if state[1] ~= ARGV[2] or state[3] then
  return {id, 'lost'}
end
local last = tonumber(state[2])
local next = tonumber(ARGV[7])
for i = 8, #ARGV, 2 do
  if next > last then
    redis.call('xadd', KEYS[2], next .. '-0', 'name', ARGV[i], 'data', ARGV[i + 1])
    last = next
  end
  next = next + 1
end
redis.call('hset', KEYS[1], 'seq', last, 'until', now + ARGV[4])
if ARGV[6] ~= '' then
  redis.call('hset', KEYS[1], 'findings', ARGV[6])
end
redis.call('zadd', KEYS[3], now + ARGV[4], ARGV[3])
redis.call('pexpire', KEYS[1], ARGV[5])
redis.call('pexpire', KEYS[2], ARGV[5])
return {id, 'kept'}
