-- An answer, and whose log it is told by: its own, or that of the answer that it follows.
-- KEYS  state
-- ARGV  id, prefix of answers' keys
local id = ARGV[1]
local own = redis.call('hmget', KEYS[1], 'subject', 'conversation', 'leader', 'seq', 'ended')
if not own[1] then
  return {id, 'unknown'}
end
local leader, seq, ended = own[3] or id, own[4], own[5]
if own[3] then
  local of = redis.call('hmget', ARGV[2] .. leader .. ':state', 'seq', 'ended')
  seq, ended = of[1], of[2]
end
if not seq then
  return {id, 'unknown'}
end
return {id, 'known', own[1], own[2], leader, seq, ended or ''}
