-- A gateway is there. KEYS: when Redis has been told all, the gateways. ARGV: the gateway, for how long it counts as there, how long
-- all have to tell what they know, 1 where this one could not be heard.
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('zadd', KEYS[2], now, ARGV[1])
redis.call('zremrangebyscore', KEYS[2], '-inf', now - tonumber(ARGV[2]))
local generation = redis.call('get', KEYS[1])
if not generation or ARGV[4] == '1' then
  generation = string.format('%.0f', now + tonumber(ARGV[3]))
  redis.call('set', KEYS[1], generation)
end
return {generation, redis.call('zcard', KEYS[2]), tonumber(generation) <= now and 1 or 0}
