-- Sliding windows: each counts in 60 slots, on the clock of Redis. A window is full where its slots and the one before them,
-- of which a part may still be within, hold as much as it takes: so no stretch of its length ever holds more.
local SLOTS = 60
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

-- A window as it is now; n of its requests are known, the oldest in the slot `first`.
local function slide(key, most, width, burst)
  local window = {key = key, most = most, width = width, slot = math.floor(now * SLOTS / width)}
  local known = redis.call('hmget', key, 'n', 'first', 'tokens', 'at', window.slot)
  window.within = tonumber(known[5] or 0)
  window.n = tonumber(known[1] or 0)
  window.first = tonumber(known[2] or window.slot)
  if window.first < window.slot - SLOTS then
    window.n, window.first = 0, window.slot
    local gone = {}
    local counts = redis.call('hgetall', key)
    for i = 1, #counts, 2 do
      local slot = tonumber(counts[i])
      if slot and slot < window.slot - SLOTS then
        gone[#gone + 1] = counts[i]
      elseif slot then
        window.n = window.n + tonumber(counts[i + 1])
        window.first = math.min(window.first, slot)
      end
    end
    if #gone > 0 then redis.call('hdel', key, unpack(gone)) end
    redis.call('hset', key, 'n', window.n, 'first', window.first)
  end
  if burst > 0 then
    local since = math.max(0, now - tonumber(known[4] or now))
    window.tokens = math.min(burst, tonumber(known[3] or burst) + since * most / width)
  end
  return window
end

-- In few calls, since every request comes here. The end is put off with the first of each slot, by a slot more than the last needs.
local function add(window, requests)
  local new = window.within == 0
  window.within = window.within + requests
  window.n = window.n + requests
  window.first = math.min(window.first, window.slot)
  if window.tokens then
    redis.call('hset', window.key, window.slot, window.within, 'n', window.n, 'first', window.first,
      'tokens', window.tokens, 'at', now)
  else
    redis.call('hset', window.key, window.slot, window.within, 'n', window.n, 'first', window.first)
  end
  if new then redis.call('pexpire', window.key, math.ceil(window.width + 3 * window.width / SLOTS)) end
end

-- What a gateway knows and Redis may not: that it saw so many (whoever saw most is right), and let in so many by itself.
local function put_back(window, seen, owed, generation)
  if seen == 0 and owed == 0 then return end
  local known = redis.call('hmget', window.key, 'base', 'generation')
  local base = known[2] == generation and tonumber(known[1]) or window.n
  local more = math.max(0, seen - base)
  if more + owed > 0 then add(window, more + owed) end
  redis.call('hset', window.key, 'base', base + more, 'generation', generation)
end

-- Until the oldest slot leaves.
local function reset(window)
  return window.n > 0 and math.ceil((window.first + SLOTS + 1) * window.width / SLOTS - now) or 0
end

-- How many more are let in now.
local function room(window)
  local left = math.min(window.most - window.n, window.tokens and math.floor(window.tokens) or window.most)
  return math.max(0, left)
end

-- Until the next is let in; 0 where that is now.
local function wait(window)
  if window.n >= window.most then return math.max(1, reset(window)) end
  if window.tokens and window.tokens < 1 then
    return math.ceil((1 - window.tokens) * window.width / window.most)
  end
  return 0
end

local function take(window, requests)
  if window.tokens then window.tokens = window.tokens - requests end
  add(window, requests)
end
