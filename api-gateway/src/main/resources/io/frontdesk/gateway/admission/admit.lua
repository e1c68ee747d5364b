-- Decides over requests of one subject by all their windows at once, and reads how its tenant stands. After window.lua.
-- KEYS: when Redis has been told all, the windows, the tenant's state if there is a tenant. ARGV: id, number of windows, of requests,
-- how many of these the gateway's share allows, 1 where the gateway could not be heard, of each window: most, width, burst, seen,
-- owed; then fields of the state.
local count, asked = tonumber(ARGV[2]), tonumber(ARGV[3])
local generation = redis.call('get', KEYS[1])
local complete = generation and now >= tonumber(generation) and ARGV[5] == '0'
local admitted = complete and asked or tonumber(ARGV[4])
local windows = {}
for i = 1, count do
  local most, width, burst, seen, owed = unpack(ARGV, 5 * i + 1, 5 * i + 5)
  local window = slide(KEYS[i + 1], tonumber(most), tonumber(width), tonumber(burst))
  put_back(window, complete and 0 or tonumber(seen), tonumber(owed), generation or '')
  admitted = math.min(admitted, room(window))
  windows[i] = window
end
local reply = {ARGV[1], complete and 1 or 0, admitted, now}
for _, window in ipairs(windows) do
  if admitted > 0 then take(window, admitted) end
  reply[#reply + 1] = window.n
  reply[#reply + 1] = reset(window)
  reply[#reply + 1] = admitted < asked and wait(window) or 0
end
if #KEYS > count + 1 then
  for _, value in ipairs(redis.call('hmget', KEYS[count + 2], unpack(ARGV, 6 + 5 * count))) do
    reply[#reply + 1] = value
  end
end
return reply
