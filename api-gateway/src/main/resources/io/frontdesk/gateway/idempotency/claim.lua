-- Claims what a request wants to do, or says who has.
-- KEYS  the claim
-- ARGV  holder, milliseconds of the lease, fingerprint of the request; nothing where it is not known yet
-- Returns who asks and who holds it, and of what is done its fingerprint and response.
local held = redis.call('hmget', KEYS[1], 'holder', 'fingerprint', 'response')
if not held[1] then
  redis.call('hset', KEYS[1], 'holder', ARGV[1], 'fingerprint', ARGV[3])
  redis.call('pexpire', KEYS[1], ARGV[2])
  held = {ARGV[1], ARGV[3], false}
end
return {ARGV[1], held[1], held[2], held[3]}
