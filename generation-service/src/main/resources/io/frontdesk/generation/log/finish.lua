-- Appends what is left of an answer with its terminal event, for whoever holds its lease, gives up the lease, records the answer and
-- those that followed it as finished, and adds a turn to the conversation of each. Nothing is appended after that. After turns.lua
-- and held.lua.
-- KEYS  state, log, leased, readers, followers, finished
-- ARGV  id, token, member of leased, life ms, '1' to refuse while some replica has readers, tenant, conversation, subject,
--       record (JSON), record of a follower (JSON with the id and the conversation of this answer, and "subject-of-<id>" for
--       whose it is, in their places), most records,
--       turn (JSON with the id of this answer; empty for none), prefix of conversations' keys, their life ms, their most turns,
--       id of the first event, then name and data of each event
local _, _, member, life, unless_wanted, tenant, of_conversation, of_subject, own, followers, most_records,
  turn, conversations, turns_life, most_turns = unpack(ARGV, 1, 15)
if not held then
  return {id, 'lost'}
end
if ended then
  return {id, 'kept'}
end
if unless_wanted == '1' and redis.call('zcount', KEYS[4], now, '+inf') > 0 then
  return {id, 'wanted'}
end

append(16)
redis.call('hset', KEYS[1], 'ended', '1')
redis.call('hdel', KEYS[1], 'ask', 'before', 'findings')
live(life)
redis.call('zrem', KEYS[3], member)
if asked and redis.call('get', asked) == id then
  redis.call('del', asked)
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

local function finished(answer, json, conversation, subject)
  redis.call('xadd', KEYS[6], 'maxlen', '~', most_records, '*', 'tenant', tenant, 'id', answer, 'json', json)
  if turn ~= '' then
    remember(conversations .. conversation, subject, turns_life, most_turns, {answer, put(turn, id, answer)})
  end
end

finished(id, own, of_conversation, of_subject)
for _, follower in ipairs(redis.call('lrange', KEYS[5], 0, -1)) do
  local answer, conversation, subject = string.match(follower, '^(%S+) (%S+) (.*)$')
  local json = put(followers, '"subject-of-' .. id .. '"', cjson.encode(subject))
  finished(answer, put(put(json, id, answer), of_conversation, conversation), conversation, subject)
end
redis.call('del', KEYS[4], KEYS[5])
return {id, 'kept'}
