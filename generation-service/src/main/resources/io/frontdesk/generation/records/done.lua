-- Forgets records that have been folded.
-- KEYS  finished
-- ARGV  group, then the ids of the records
for i = 2, #ARGV do
  redis.call('xack', KEYS[1], ARGV[1], ARGV[i])
  redis.call('xdel', KEYS[1], ARGV[i])
end
return #ARGV - 1
