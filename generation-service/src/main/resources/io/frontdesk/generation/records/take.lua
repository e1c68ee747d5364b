-- Gives records to fold: first what others took and have not finished in time, then new ones. All replicas are one consumer
-- of the group: it is what they have not finished that counts, not who has not.
-- KEYS  finished
-- ARGV  group, milliseconds in which a batch is finished, most records
-- Returns the records as {id, fields}, and how many there are in all.
local left = redis.pcall('xautoclaim', KEYS[1], ARGV[1], 'replicas', ARGV[2], '0-0', 'count', ARGV[3])
if left.err then
  redis.call('xgroup', 'create', KEYS[1], ARGV[1], '0', 'mkstream')
  left = {'0-0', {}}
end
local taken = left[2]
if #taken < tonumber(ARGV[3]) then
  local new = redis.call(
    'xreadgroup', 'group', ARGV[1], 'replicas', 'count', ARGV[3] - #taken, 'streams', KEYS[1], '>')
  if new then
    for _, record in ipairs(new[1][2]) do
      taken[#taken + 1] = record
    end
  end
end
return {taken, redis.call('xlen', KEYS[1])}
