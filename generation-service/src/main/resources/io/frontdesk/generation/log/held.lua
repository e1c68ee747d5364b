-- What is written to an answer, for whoever holds its lease: the beginning of append.lua and of finish.lua.
-- KEYS  state, log, leased
-- ARGV  id, token, member of leased
local id = ARGV[1]
local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local token, last, ended, asked = unpack(redis.call('hmget', KEYS[1], 'token', 'seq', 'ended', 'asked'))
local held = token == ARGV[2]
last = tonumber(last)

-- Appends the events whose arguments begin there: the id of the first, then name and data of each. What is there already is not
-- appended again.
local function append(from)
  local next = tonumber(ARGV[from])
  for i = from + 1, #ARGV, 2 do
    if next > last then
      redis.call('xadd', KEYS[2], next .. '-0', 'name', ARGV[i], 'data', ARGV[i + 1])
      last = next
    end
    next = next + 1
  end
  redis.call('hset', KEYS[1], 'seq', last)
end

-- How long it can be read from now on.
local function live(ms)
  redis.call('pexpire', KEYS[1], ms)
  redis.call('pexpire', KEYS[2], ms)
end
