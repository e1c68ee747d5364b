-- Decides over a request by all its windows at once, and reads how its tenant stands. After window.lua.
-- KEYS: when Redis has been told all, the windows, the tenant's state if there is a tenant. ARGV: id, number of windows, 1 where
-- the gateway's share allows it, 1 where the gateway could not be heard, of each window: most, width, burst, seen, owed; then
-- fields of the state.
local count = tonumber(ARGV[2])
local generation = redis.call('get', KEYS[1])
local complete = generation and now >= tonumber(generation) and ARGV[4] == '0'
local admitted = complete or ARGV[3] == '1'
local windows = {}
for i = 1, count do
  local most, width, burst, seen, owed = unpack(ARGV, 5 * i, 5 * i + 4)
  local window = slide(KEYS[i + 1], tonumber(most), tonumber(width), tonumber(burst))
  put_back(window, complete and 0 or tonumber(seen), tonumber(owed), generation or '')
  window.wait = 0
  if window.n >= window.most then
    window.wait = math.max(1, reset(window))
  elseif window.tokens and window.tokens < 1 then
    window.wait = math.ceil((1 - window.tokens) * window.width / window.most)
  end
  admitted = admitted and window.wait == 0
  windows[i] = window
end
local reply = {ARGV[1], complete and 1 or 0, admitted and 1 or 0, now}
for _, window in ipairs(windows) do
  if admitted then
    if window.tokens then window.tokens = window.tokens - 1 end
    add(window, 1)
  end
  reply[#reply + 1] = window.n
  reply[#reply + 1] = reset(window)
  reply[#reply + 1] = window.wait
end
if #KEYS > count + 1 then
  for _, value in ipairs(redis.call('hmget', KEYS[count + 2], unpack(ARGV, 5 + 5 * count))) do
    reply[#reply + 1] = value
  end
end
return reply
