-- Opens a conversation: a new one for whoever asks, a known one for its customer alone.
-- KEYS  conversation
-- ARGV  customer, '1' where it is new, life ms
-- Returns the key, what it is (ours, another's, unknown), then id and JSON of each turn.
local customer = redis.call('hget', KEYS[1], 'customer')
if not customer then
  if ARGV[2] == '1' then
    redis.call('hset', KEYS[1], 'customer', ARGV[1])
    redis.call('pexpire', KEYS[1], ARGV[3])
    return {KEYS[1], 'ours'}
  end
  return {KEYS[1], 'unknown'}
end
if customer ~= ARGV[1] then
  return {KEYS[1], 'anothers'}
end
local found = {KEYS[1], 'ours'}
local fields = redis.call('hgetall', KEYS[1])
for i = 1, #fields, 2 do
  if fields[i] ~= 'customer' then
    found[#found + 1] = fields[i]
    found[#found + 1] = fields[i + 1]
  end
end
return found
