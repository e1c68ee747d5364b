-- The last turns of conversations: each a hash of its customer and of turns (JSON) by the ids of their answers. Ids are UUIDv7 of the
-- questions' time, so that their order is that of the questions, whichever answer ends first. The beginning of scripts.

-- Adds turns (id, JSON, id, JSON, ...) to a conversation of a customer, each once; the oldest beyond the limit go. Adds nothing to one
-- of another customer.
local function remember(conversation, customer, life, most, turns)
  local owner = redis.call('hget', conversation, 'customer')
  if owner and owner ~= customer then
    return
  end
  redis.call('hset', conversation, 'customer', customer, unpack(turns))
  local ids = {}
  for _, field in ipairs(redis.call('hkeys', conversation)) do
    if field ~= 'customer' then
      ids[#ids + 1] = field
    end
  end
  table.sort(ids)
  for i = 1, #ids - tonumber(most) do
    redis.call('hdel', conversation, ids[i])
  end
  redis.call('pexpire', conversation, life)
end

-- Opens a conversation: a new one for whoever asks, a known one for its customer alone.
-- Returns its turns (JSON, in any order), or nothing and what is wrong with it (unknown, anothers).
local function open(conversation, customer, new, life)
  local owner = redis.call('hget', conversation, 'customer')
  if not owner then
    if not new then
      return nil, 'unknown'
    end
    redis.call('hset', conversation, 'customer', customer)
    redis.call('pexpire', conversation, life)
  elseif owner ~= customer then
    return nil, 'anothers'
  end
  local turns = {}
  local fields = redis.call('hgetall', conversation)
  for i = 1, #fields, 2 do
    if fields[i] ~= 'customer' then
      turns[#turns + 1] = fields[i + 1]
    end
  end
  return turns
end
