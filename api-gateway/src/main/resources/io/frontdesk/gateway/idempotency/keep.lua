-- Keeps the response of what was claimed, unless somebody else has claimed it since.
-- KEYS  the claim
-- ARGV  holder, milliseconds to keep it, fingerprint, response
local holder = redis.call('hget', KEYS[1], 'holder')
if holder and holder ~= ARGV[1] then
  return 0
end
redis.call('hset', KEYS[1], 'holder', ARGV[1], 'fingerprint', ARGV[3], 'response', ARGV[4])
redis.call('pexpire', KEYS[1], ARGV[2])
return 1
