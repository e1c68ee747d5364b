-- Adds turns to a conversation of a customer. After turns.lua.
-- KEYS  conversation
-- ARGV  customer, life ms, most turns, then id and JSON of each turn
remember(KEYS[1], ARGV[1], ARGV[2], ARGV[3], {unpack(ARGV, 4)})
return 1
