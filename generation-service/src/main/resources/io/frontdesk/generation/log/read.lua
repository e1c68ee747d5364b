-- Events of an answer.
-- KEYS  log
-- ARGV  id, the id of the event before the first, how many at most
return {ARGV[1], redis.call('xrange', KEYS[1], '(' .. ARGV[2] .. '-0', '+', 'count', ARGV[3])}
