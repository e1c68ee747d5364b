-- What all replicas know of a key of a language model, as a hash; the beginning of every script beside this one.
--   from, requests, tokens, r:<second>, t:<second>    the minute: sums since second `from`, and the seconds that they are of.
--                                                     61 of them are counted, so that no 60 s hold more than a limit.
--   day, day_from, day_requests, day_tokens, warned   the day (UTC), when it was first used, and of what was warned
--   outcomes, failed_at                               how the last ten requests ended, 1 for a failure
--   open_until, opened, probe, probe_until            the breaker: 0 is closed; open until then, half-open afterwards
--   rest_until                                        for as long the provider asked to be left alone
--   out                                               the status for which an operator has to look
local NUMBERS = {'from', 'requests', 'tokens', 'day', 'day_from', 'day_requests', 'day_tokens', 'failed_at',
  'open_until', 'opened', 'probe_until', 'rest_until'}
local TEXTS = {'outcomes', 'probe', 'out', 'warned'}
local SECONDS_COUNTED = 61
local FAILURES_REMEMBERED = 60000
local DAY = 86400

local time = redis.call('time')
local second = tonumber(time[1])
local now = second * 1000 + math.floor(time[2] / 1000)
local today = math.floor(second / DAY)

local function parts(state, first, last)
  local names = {}
  for s = first, last do
    names[#names + 1] = 'r:' .. s
    names[#names + 1] = 't:' .. s
  end
  return names, redis.call('hmget', state.key, unpack(names))
end

local function save(state)
  local fields = {}
  for _, name in ipairs(NUMBERS) do
    fields[#fields + 1] = name
    fields[#fields + 1] = string.format('%.0f', state[name])
  end
  for _, name in ipairs(TEXTS) do
    fields[#fields + 1] = name
    fields[#fields + 1] = state[name]
  end
  redis.call('hset', state.key, unpack(fields))
  redis.call('expire', state.key, 30 * DAY)
end

-- The state as of now: what has slid out of the minute is subtracted, a new day begins at nothing.
local function read(key)
  local state = {key = key}
  local numbers = redis.call('hmget', key, unpack(NUMBERS))
  for i, name in ipairs(NUMBERS) do state[name] = tonumber(numbers[i] or 0) end
  local texts = redis.call('hmget', key, unpack(TEXTS))
  for i, name in ipairs(TEXTS) do state[name] = texts[i] or '' end
  local first = second - SECONDS_COUNTED + 1
  if state.from > 0 and state.from < first then
    local names, values = parts(state, state.from, math.min(first - 1, state.from + SECONDS_COUNTED - 1))
    for i = 1, #names, 2 do
      state.requests = state.requests - (values[i] or 0)
      state.tokens = state.tokens - (values[i + 1] or 0)
    end
    redis.call('hdel', key, unpack(names))
  end
  state.from = math.max(state.from, first)
  if state.day ~= today then
    state.day, state.day_from, state.day_requests, state.day_tokens, state.warned = today, second, 0, 0, ''
  end
  if state.failed_at + FAILURES_REMEMBERED < now then state.outcomes = '' end
  save(state)
  return state
end

local function failures(state)
  return select(2, state.outcomes:gsub('1', ''))
end

local function half_open(state)
  return state.open_until > 0 and state.open_until <= now
end

-- Adds to the second in which the request began, as long as that is counted.
local function add(state, at, requests, tokens)
  if at >= state.from then
    state.requests = state.requests + requests
    state.tokens = state.tokens + tokens
    redis.call('hincrby', state.key, 'r:' .. at, requests)
    redis.call('hincrby', state.key, 't:' .. at, tokens)
  end
  if math.floor(at / DAY) == today then
    state.day_requests = state.day_requests + requests
    state.day_tokens = state.day_tokens + tokens
  end
end

-- When so much has slid out of the minute that no more than `allowed` is left in it; `offset` 1 for requests, 2 for tokens.
local function slides(state, offset, used, allowed)
  local names, values = parts(state, state.from, second)
  for i = offset, #names, 2 do
    used = used - (values[i] or 0)
    if used <= allowed then return (state.from + math.floor((i - 1) / 2) + SECONDS_COUNTED) * 1000 end
  end
  return (second + SECONDS_COUNTED) * 1000
end

-- From when on a request of so many tokens may be sent (infinite: nobody knows), how many of them, and the share that is left.
local function usable(state, limits, tokens)
  local at, slots, left = state.rest_until, math.huge, 1
  if state.out ~= '' then at = math.huge end
  if state.open_until > 0 then
    slots = 1
    at = math.max(at, state.open_until)
    -- A probe may end at any moment; its lease only bounds it.
    if half_open(state) and state.probe_until > now then at = math.max(at, math.min(state.probe_until, now + 1000)) end
  end
  local function bound(limit, used, cost, opens)
    if limit > 0 and cost > 0 then
      if cost > limit then at = math.huge end
      if used + cost > limit then at = math.max(at, opens(limit - cost)) end
      slots = math.min(slots, math.floor((limit - used) / cost))
      left = math.min(left, (limit - used) / limit)
    end
  end
  local function tomorrow() return (today + 1) * DAY * 1000 end
  bound(limits.requests_per_minute, state.requests, 1, function(allowed) return slides(state, 1, state.requests, allowed) end)
  bound(limits.tokens_per_minute, state.tokens, tokens, function(allowed) return slides(state, 2, state.tokens, allowed) end)
  bound(limits.requests_per_day, state.day_requests, 1, tomorrow)
  bound(limits.tokens_per_day, state.day_tokens, tokens, tomorrow)
  return at, math.max(slots, 0), left
end

-- Milliseconds from now, for JSON, which knows no infinity.
local function delay(at)
  if at == math.huge then return nil end
  return math.max(0, at - now)
end
