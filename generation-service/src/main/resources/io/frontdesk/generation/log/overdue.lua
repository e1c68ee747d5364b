-- Answers whose lease ran out some time ago, and was not taken.
-- KEYS  leased
-- ARGV  how many ms ago, how many at most
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
return redis.call('zrange', KEYS[1], '-inf', now - ARGV[1], 'byscore', 'limit', 0, ARGV[2])
