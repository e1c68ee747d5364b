-- Tells Redis what a gateway knows. After window.lua. KEYS: when Redis has been told all, windows. ARGV of each: width, seen, owed.
local generation = redis.call('get', KEYS[1]) or ''
for i = 1, #KEYS - 1 do
  local width, seen, owed = unpack(ARGV, 3 * i - 2, 3 * i)
  put_back(slide(KEYS[i + 1], 0, tonumber(width), 0), tonumber(seen), tonumber(owed), generation)
end
return #KEYS - 1
