-- Removes those conversations that are a customer's.
-- KEYS  conversations
-- ARGV  customer
local erased = 0
for _, key in ipairs(KEYS) do
  if redis.call('hget', key, 'customer') == ARGV[1] then
    erased = erased + redis.call('del', key)
  end
end
return erased
