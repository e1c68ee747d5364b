-- Takes the lease of an answer whose holder has let it run out.
-- KEYS  state, log, leased
-- ARGV  id, token, member of leased, lease ms, life ms
local id = ARGV[1]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local state = redis.call('hmget', KEYS[1], 'token', 'until', 'ended', 'ask', 'before', 'findings', 'asked')
if not state[1] then
  redis.call('zrem', KEYS[3], ARGV[3])
  return {id, 'gone'}
end
if state[3] then
  return {id, 'ended'}
end
local left = state[2] - now
if left > 0 and state[1] ~= ARGV[2] then
  return {id, 'held', left}
end
redis.call('hset', KEYS[1], 'token', ARGV[2], 'until', now + ARGV[4])
redis.call('zadd', KEYS[3], now + ARGV[4], ARGV[3])
redis.call('pexpire', KEYS[1], ARGV[5])
redis.call('pexpire', KEYS[2], ARGV[5])
return {id, 'taken', state[4], state[5], state[6] or '', state[7] or '', redis.call('xrange', KEYS[2], '-', '+')}
