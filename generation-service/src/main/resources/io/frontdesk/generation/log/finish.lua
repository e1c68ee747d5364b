-- Appends what is left of an answer with its terminal event, for whoever holds its lease, gives up the lease and records
-- the answer and those that followed it as finished. Nothing is appended after that.
-- KEYS  state, log, leased, readers, followers, finished
-- ARGV  id, token, member of leased, life ms, '1' to refuse while some replica has readers, tenant, conversation,
--       record (JSON), record of a follower (JSON with the id and the conversation of this answer, and "subject-of-<id>" for
--       whose it is, in their places),
--       most records, id of the first event, then name and data of each event
local id = ARGV[1]
local state = redis.call('hmget', KEYS[1], 'token', 'seq', 'ended', 'asked')
if state[1] ~= ARGV[2] then
  return {id, 'lost'}
end
if state[3] then
  return {id, 'kept'}
end
if ARGV[5] == '1' then
  local time = redis.call('time')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
  if redis.call('zcount', KEYS[4], now, '+inf') > 0 then
    return {id, 'wanted'}
  end
end

local last = tonumber(state[2])
local next = tonumber(ARGV[11])
for i = 12, #ARGV, 2 do
  if next > last then
    redis.call('xadd', KEYS[2], next .. '-0', 'name', ARGV[i], 'data', ARGV[i + 1])
    last = next
  end
  next = next + 1
end
redis.call('hset', KEYS[1], 'seq', last, 'ended', '1')
redis.call('hdel', KEYS[1], 'ask', 'findings')
redis.call('pexpire', KEYS[1], ARGV[4])
redis.call('pexpire', KEYS[2], ARGV[4])
redis.call('zrem', KEYS[3], ARGV[3])
if state[4] and redis.call('get', state[4]) == id then
  redis.call('del', state[4])
end

local function put(text, old, new)
  local from, to = string.find(text, old, 1, true)
  local parts, rest = {}, 1
  while from do
    parts[#parts + 1] = string.sub(text, rest, from - 1)
    rest = to + 1
    from, to = string.find(text, old, rest, true)
  end
  parts[#parts + 1] = string.sub(text, rest)
  return table.concat(parts, new)
end

local function record(of, json)
  redis.call('xadd', KEYS[6], 'maxlen', '~', ARGV[10], '*', 'tenant', ARGV[6], 'id', of, 'json', json)
end

record(id, ARGV[8])
for _, follower in ipairs(redis.call('lrange', KEYS[5], 0, -1)) do
  local of, conversation, subject = string.match(follower, '^(%S+) (%S+) (.*)$')
  record(of, put(put(put(ARGV[9], '"subject-of-' .. id .. '"', subject), id, of), ARGV[7], conversation))
end
redis.call('del', KEYS[4], KEYS[5])
return {id, 'kept'}
