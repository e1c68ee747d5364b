-- Holds a claim for longer, as long as it is the holder's.
-- KEYS  the claim
-- ARGV  holder, milliseconds of the lease
if redis.call('hget', KEYS[1], 'holder') ~= ARGV[1] then
  return 0
end
return redis.call('pexpire', KEYS[1], ARGV[2])
