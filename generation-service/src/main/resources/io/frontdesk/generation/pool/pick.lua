-- Picks the key for a request and reserves what it may take, or says how long to wait. After key.lua.
-- KEYS: leases, waiting, present, replicas, affinity, then the state of each candidate. ARGV: the request, as JSON.
local ask = cjson.decode(ARGV[1])
local LEASES, WAITING, PRESENT, REPLICAS, AFFINITY = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]

-- Replicas that died did not say what their requests took: the tokens of those are given back.
for _, lease in ipairs(redis.call('zrangebyscore', LEASES, '-inf', now, 'limit', 0, 20)) do
  redis.call('zrem', LEASES, lease)
  local at, tokens, key = lease:match('^[^|]*|(%d+)|(%d+)|(.*)$')
  local state = read(key)
  add(state, tonumber(at), 0, -tonumber(tokens))
  save(state)
end

-- Whoever waits asks again; who does not has gone.
for _, gone in ipairs(redis.call('zrangebyscore', PRESENT, '-inf', now, 'limit', 0, 100)) do
  redis.call('zrem', WAITING, gone)
  redis.call('zrem', PRESENT, gone)
end

redis.call('zadd', REPLICAS, now, ask.replica)
redis.call('zremrangebyscore', REPLICAS, '-inf', now - ask.replica_lease)
local reply = {id = ask.id, replicas = redis.call('zcard', REPLICAS)}

local function before(one, other)
  if one.rung ~= other.rung then return one.rung < other.rung end
  if one.priority ~= other.priority then return one.priority < other.priority end
  if one.failures ~= other.failures then return one.failures < other.failures end
  if one.left ~= other.left then return one.left > other.left end
  if one.state.requests ~= other.state.requests then return one.state.requests < other.state.requests end
  return one.alias < other.alias
end

local kept = redis.call('get', AFFINITY)
local best, of_conversation
local places, earliest = 0, math.huge
for i, candidate in ipairs(ask.candidates) do
  candidate.state = read(KEYS[5 + i])
  candidate.failures = failures(candidate.state)
  local at, slots, left = usable(candidate.state, candidate.limits, ask.tokens)
  earliest = math.min(earliest, at)
  candidate.left = left
  if at <= now and slots >= 1 then
    places = places + slots
    if not best or before(candidate, best) then best = candidate end
    if candidate.alias == kept then of_conversation = candidate end
  end
end

-- A conversation keeps its key, though not a cheaper model's where a better one is to be had.
if of_conversation and of_conversation.rung <= best.rung then best = of_conversation end

local rank = redis.call('zrank', WAITING, ask.id)
local place = (rank or redis.call('zcard', WAITING)) + 1
local waited = rank and now - tonumber(redis.call('zscore', WAITING, ask.id)) or 0

local function leave()
  redis.call('zrem', WAITING, ask.id)
  redis.call('zrem', PRESENT, ask.id)
end

-- Of each limit, whether this request was the one that crossed 70, 85 or 95 % of it today.
local function warnings(state, limits)
  local found = {}
  local function look(name, limit, used)
    if limit == 0 then return end
    local percent = used * 100 / limit
    local crossed = percent >= 95 and 95 or percent >= 85 and 85 or percent >= 70 and 70 or 0
    local known = tonumber(state.warned:match(name .. '=(%d+)') or 0)
    if crossed > known then
      state.warned = state.warned:gsub(name .. '=%d+;', '') .. name .. '=' .. crossed .. ';'
      local spent = now + (limit - used) * (now - state.day_from * 1000) / used
      if spent >= (today + 1) * DAY * 1000 then spent = math.huge end
      found[#found + 1] = {limit = name, percent = crossed, used = used, allowed = limit, spent_in = delay(spent)}
    end
  end
  look('requests_per_day', limits.requests_per_day, state.day_requests)
  look('tokens_per_day', limits.tokens_per_day, state.day_tokens)
  return #found > 0 and found or nil
end

-- Those who came before have the first places, unless an answer has begun and only goes on.
if best and (ask.goes_on or place <= places) then
  leave()
  local state = best.state
  if half_open(state) then state.probe, state.probe_until = ask.id, now + ask.lease end
  add(state, second, 1, ask.tokens)
  reply.warnings = warnings(state, best.limits)
  save(state)
  redis.call('zadd', LEASES, now + ask.lease, table.concat({ask.id, second, ask.tokens, state.key}, '|'))
  redis.call('set', AFFINITY, best.alias, 'px', ask.affinity)
  reply.alias, reply.second, reply.failures = best.alias, second, best.failures
  reply.of_conversation = best.alias == kept
elseif earliest - now > ask.patience - waited or waited >= ask.patience
    or (not rank and place > ask.most_waiting) then
  leave()
  reply.delay = delay(earliest)
else
  redis.call('zadd', WAITING, 'nx', now, ask.id)
  redis.call('zadd', PRESENT, now + ask.absence, ask.id)
  redis.call('pexpire', WAITING, ask.patience + 60000)
  redis.call('pexpire', PRESENT, ask.patience + 60000)
  reply.place, reply.delay = place, delay(earliest)
end
return cjson.encode(reply)
