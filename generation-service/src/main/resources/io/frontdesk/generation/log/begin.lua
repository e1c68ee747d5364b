-- Begins an answer in its conversation; or, where the same is being answered already, follows that. Begins nothing where the tenant's
-- settings are newer than whoever asks knows, where the conversation is not the customer's, or where the same call came before and has
-- begun it. Tells gateways how answers are made. After turns.lua.
-- KEYS  state, log, leased, conversation, state of the tenant, asked (only where others may follow)
-- ARGV  id, token, prefix of answers' keys, member of leased, lease ms, life ms, grace ms, most followers, most ms for which one that
--       speaks is silent and still followed, replica, subject, id of the conversation, '1' where that is new, its life ms,
--       version of settings, its field in the state of the tenant, how answers are made under them (empty where none are given
--       again), its field in the state of the tenant, what was asked (JSON), then name and data of each first event
local id, token, prefix, member, lease, life, grace, most_followers, max_silence, replica, subject,
  conversation, new, turns_life, settings, settings_field, kind, kind_field, ask = unpack(ARGV, 1, 19)
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)

local known = redis.call('hmget', KEYS[1], 'token', 'asked', 'leader')
if known[3] or (known[1] and known[1] ~= token) then
  return {id, 'begun'}
end

local state = redis.call('hmget', KEYS[5], settings_field, kind_field)
local told = tonumber(state[1] or '0')
if told > tonumber(settings) then
  return {id, 'settings', told}
elseif told < tonumber(settings) then
  -- Whoever settled them went away before that was told.
  redis.call('hset', KEYS[5], settings_field, settings)
end
if kind == '' then
  redis.call('hdel', KEYS[5], kind_field)
elseif kind ~= state[2] then
  redis.call('hset', KEYS[5], kind_field, kind)
end

local turns, wrong = open(KEYS[4], subject, new == '1', turns_life)
if not turns then
  return {id, wrong}
end
local before = #turns > 0 and '[' .. table.concat(turns, ',') .. ']' or ''

if known[1] then
  return {id, 'leads', before, known[2] or ''}
end

-- Whether there may be somebody who writes it: that a writer has died is known once its lease is over. Until its text begins that does
-- no harm, since whoever takes it over begins from nothing.
local function lives(log, lease_until)
  if now - (lease_until - lease) <= tonumber(max_silence) then
    return true
  end
  local last = redis.call('xrevrange', log, '+', '-', 'count', 1)[1]
  local name = last and last[2][2]
  return name ~= 'answer.delta' and name ~= 'answer.citation'
end

-- What goes on with a conversation is for this one alone.
local asked = #turns == 0 and KEYS[6]
local leader = asked and redis.call('get', asked)
if leader then
  local of = prefix .. leader
  local seq, ended, lease_until = unpack(redis.call('hmget', of .. ':state', 'seq', 'ended', 'until'))
  local followers = redis.call('llen', of .. ':followers')
  if seq and not ended and followers < tonumber(most_followers) and lives(of, lease_until) then
    redis.call('rpush', of .. ':followers', id .. ' ' .. conversation .. ' ' .. subject)
    redis.call('pexpire', of .. ':followers', life)
    redis.call('hset', KEYS[1], 'leader', leader, 'subject', subject, 'conversation', conversation)
    redis.call('pexpire', KEYS[1], life)
    redis.call('zadd', of .. ':readers', now + grace, replica)
    redis.call('pexpire', of .. ':readers', life)
    return {id, 'follows', leader, seq}
  end
end

local last = 0
for i = 20, #ARGV, 2 do
  last = last + 1
  redis.call('xadd', KEYS[2], last .. '-0', 'name', ARGV[i], 'data', ARGV[i + 1])
end
redis.call('pexpire', KEYS[2], life)
redis.call('hset', KEYS[1], 'token', token, 'until', now + lease, 'seq', last,
  'subject', subject, 'conversation', conversation, 'ask', ask, 'before', before)
redis.call('pexpire', KEYS[1], life)
redis.call('zadd', KEYS[3], now + lease, member)
if asked then
  redis.call('hset', KEYS[1], 'asked', asked)
  redis.call('set', asked, id, 'px', life)
end
return {id, 'leads', before, asked or ''}
