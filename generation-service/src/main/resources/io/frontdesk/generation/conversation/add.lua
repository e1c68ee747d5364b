-- Adds turns to a conversation of a customer, each once; the oldest beyond the limit go. Ids are UUIDv7 of the questions' time, so
-- that their order is that of the questions, whichever answer ends first.
-- KEYS  conversation
-- ARGV  customer, life ms, most turns, then id and JSON of each turn
local customer = redis.call('hget', KEYS[1], 'customer')
if customer and customer ~= ARGV[1] then
  return 0
end
redis.call('hset', KEYS[1], 'customer', ARGV[1])
for i = 4, #ARGV, 2 do
  redis.call('hset', KEYS[1], ARGV[i], ARGV[i + 1])
end
local ids = {}
for _, field in ipairs(redis.call('hkeys', KEYS[1])) do
  if field ~= 'customer' then
    ids[#ids + 1] = field
  end
end
table.sort(ids)
for i = 1, #ids - tonumber(ARGV[3]) do
  redis.call('hdel', KEYS[1], ids[i])
end
redis.call('pexpire', KEYS[1], ARGV[2])
return 1
