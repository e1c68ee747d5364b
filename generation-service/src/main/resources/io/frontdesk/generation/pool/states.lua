-- How every key stands, for figures, for the operator, and for a replica that may lose sight of Redis. After key.lua.
-- KEYS: replicas, then the state of each key. ARGV: what is asked, as JSON.
local ask = cjson.decode(ARGV[1])
redis.call('zadd', KEYS[1], now, ask.replica)
redis.call('zremrangebyscore', KEYS[1], '-inf', now - ask.replica_lease)
local reply = {id = ask.id, replicas = redis.call('zcard', KEYS[1]), second = second, keys = {}}
for i, candidate in ipairs(ask.candidates) do
  local state = read(KEYS[1 + i])
  local at = usable(state, candidate.limits, 0)
  local one = {
    alias = candidate.alias, requests = state.requests, tokens = state.tokens,
    day_requests = state.day_requests, day_tokens = state.day_tokens, day_seconds = second - state.day_from,
    failures = failures(state), out = state.out ~= '' and state.out or nil, delay = delay(at),
    breaker = state.open_until == 0 and 'closed' or half_open(state) and 'half_open' or 'open'}
  if at > now and at < math.huge and one.delay == 0 then one.delay = 1 end
  reply.keys[#reply.keys + 1] = one
end
return cjson.encode(reply)
