-- Says for how long a replica has readers of an answer whose lease another holds; 0 for not any more.
-- KEYS  readers
-- ARGV  id, replica, ms, life ms
if ARGV[3] == '0' then
  redis.call('zrem', KEYS[1], ARGV[2])
else
  local time = redis.call('time')
  redis.call('zadd', KEYS[1], time[1] * 1000 + math.floor(time[2] / 1000) + ARGV[3], ARGV[2])
  redis.call('pexpire', KEYS[1], ARGV[4])
end
return {ARGV[1]}
