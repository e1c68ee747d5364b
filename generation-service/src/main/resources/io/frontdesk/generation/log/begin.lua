-- Begins an answer; or, where the same is being answered already, follows that.
-- KEYS  state, log, leased, asked (only where others may follow)
-- ARGV  id, token, prefix of answers' keys, member of leased, lease ms, life ms, grace ms, most followers, replica,
--       subject, subject as JSON, conversation, what was asked (JSON), then name and data of each first event
local id, token, prefix = ARGV[1], ARGV[2], ARGV[3]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local known = redis.call('hmget', KEYS[1], 'token', 'leader')
if known[1] == token then
  return {id, 'leads'}
end

local leader = KEYS[4] and redis.call('get', KEYS[4])
if leader then
  local of = prefix .. leader
  local state = redis.call('hmget', of .. ':state', 'seq', 'ended')
  local followers = redis.call('llen', of .. ':followers')
  if state[1] and not state[2] and (known[2] == leader or followers < tonumber(ARGV[8])) then
    if known[2] ~= leader then
      redis.call('rpush', of .. ':followers', id .. ' ' .. ARGV[12] .. ' ' .. ARGV[11])
      redis.call('pexpire', of .. ':followers', ARGV[6])
      redis.call('hset', KEYS[1], 'leader', leader, 'subject', ARGV[10], 'conversation', ARGV[12])
      redis.call('pexpire', KEYS[1], ARGV[6])
    end
    redis.call('zadd', of .. ':readers', now + ARGV[7], ARGV[9])
    redis.call('pexpire', of .. ':readers', ARGV[6])
    return {id, 'follows', leader, state[1]}
  end
end

local last = 0
for i = 14, #ARGV, 2 do
  last = last + 1
  redis.call('xadd', KEYS[2], last .. '-0', 'name', ARGV[i], 'data', ARGV[i + 1])
end
redis.call('pexpire', KEYS[2], ARGV[6])
redis.call('hset', KEYS[1], 'token', token, 'until', now + ARGV[5], 'seq', last,
  'subject', ARGV[10], 'conversation', ARGV[12], 'ask', ARGV[13])
redis.call('pexpire', KEYS[1], ARGV[6])
redis.call('zadd', KEYS[3], now + ARGV[5], ARGV[4])
if KEYS[4] then
  redis.call('hset', KEYS[1], 'asked', KEYS[4])
  redis.call('set', KEYS[4], id, 'px', ARGV[6])
end
return {id, 'leads'}
