-- Gives a claim up, with what was kept of it, if it is the holder's.
-- KEYS  the claim
-- ARGV  holder
if redis.call('hget', KEYS[1], 'holder') ~= ARGV[1] then
  return 0
end
return redis.call('del', KEYS[1])
