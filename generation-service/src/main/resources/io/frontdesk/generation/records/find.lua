-- The record of an answer that is still to be folded; the latest stand at the end.
-- KEYS  finished
-- ARGV  tenant, id of the answer, how many to look at
for _, record in ipairs(redis.call('xrevrange', KEYS[1], '+', '-', 'count', ARGV[3])) do
  local fields = {}
  for i = 1, #record[2], 2 do
    fields[record[2][i]] = record[2][i + 1]
  end
  if fields.tenant == ARGV[1] and fields.id == ARGV[2] then
    return fields.json
  end
end
return false
