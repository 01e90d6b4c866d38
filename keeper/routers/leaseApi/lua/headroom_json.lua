-- JSON as the lease interface uses it: objects, strings, numbers, booleans and null; arrays are written, never read.
-- Lua 5.1 (nginx) and 5.3 (HAProxy).
local json = {}

local ESCAPES = { ['"'] = '"', ['\\'] = '\\', ['/'] = '/', b = '\b', f = '\f', n = '\n', r = '\r', t = '\t' }
local DEEPEST = 4

local function fail(at, what)
  error({ json = string.format('%s at character %d', what, at) }, 0)
end

local function after_space(text, at)
  return string.find(text, '[^ \t\r\n]', at) or #text + 1
end

local function read_string(text, at)
  local parts, from = {}, at + 1
  while true do
    local stop = string.find(text, '["\\%c]', from)
    if not stop then fail(at, 'a string without an end') end
    parts[#parts + 1] = string.sub(text, from, stop - 1)
    local mark = string.sub(text, stop, stop)
    if mark == '"' then return table.concat(parts), stop + 1 end
    if mark ~= '\\' then fail(stop, 'a control character in a string') end
    local escaped = ESCAPES[string.sub(text, stop + 1, stop + 1)]
    if not escaped then fail(stop, 'an escape that is not understood') end
    parts[#parts + 1] = escaped
    from = stop + 2
  end
end

local function read_number(text, at)
  local word = string.match(text, '^-?%d+%.?%d*[eE]?[+-]?%d*', at)
  local value = word and tonumber(word)
  if not value or value ~= value or value == math.huge or value == -math.huge then fail(at, 'no value') end
  return value, at + #word
end

local WORDS = { ['true'] = { true }, ['false'] = { false }, ['null'] = { nil } }

local read_value

local function read_object(text, at, depth)
  if depth > DEEPEST then fail(at, 'objects nested too deep') end
  local object = {}
  at = after_space(text, at + 1)
  if string.sub(text, at, at) == '}' then return object, at + 1 end
  while true do
    if string.sub(text, at, at) ~= '"' then fail(at, 'no name') end
    local key
    key, at = read_string(text, at)
    at = after_space(text, at)
    if string.sub(text, at, at) ~= ':' then fail(at, 'no colon') end
    object[key], at = read_value(text, after_space(text, at + 1), depth + 1)
    at = after_space(text, at)
    local mark = string.sub(text, at, at)
    if mark == '}' then return object, at + 1 end
    if mark ~= ',' then fail(at, 'neither comma nor end') end
    at = after_space(text, at + 1)
  end
end

function read_value(text, at, depth)
  local mark = string.sub(text, at, at)
  if mark == '{' then return read_object(text, at, depth) end
  if mark == '"' then return read_string(text, at) end
  local word = string.match(text, '^%a+', at)
  if word and WORDS[word] then return WORDS[word][1], at + #word end
  return read_number(text, at)
end

-- The value, or nil and what is wrong.
function json.decode(text)
  local ok, value, stop = pcall(function()
    local read, at = read_value(text, after_space(text, 1), 1)
    at = after_space(text, at)
    if at <= #text then fail(at, 'text after the end') end
    return read, at
  end)
  if ok then return value end
  return nil, type(value) == 'table' and value.json or tostring(value or stop)
end

local function encode_string(text)
  return '"' .. string.gsub(text, '["\\%c]', function(c)
    if c == '"' or c == '\\' then return '\\' .. c end
    return string.format('\\u%04x', string.byte(c))
  end) .. '"'
end

-- Stands for null, which a Lua table cannot hold.
json.null = setmetatable({}, { __name = 'null' })

-- Marks a table as an array, so that an empty one is written as one.
function json.array(list)
  return setmetatable(list, json.array_mark)
end
json.array_mark = { __name = 'array' }

local function encode_number(value)
  if value == math.floor(value) and math.abs(value) < 2 ^ 53 then return string.format('%.0f', value) end
  return string.format('%.6f', value)
end

local function encode_table(value)
  local parts = {}
  if getmetatable(value) == json.array_mark then
    for i, item in ipairs(value) do parts[i] = json.encode(item) end
    return '[' .. table.concat(parts, ',') .. ']'
  end
  for key, item in pairs(value) do parts[#parts + 1] = encode_string(tostring(key)) .. ':' .. json.encode(item) end
  table.sort(parts)
  return '{' .. table.concat(parts, ',') .. '}'
end

function json.encode(value)
  if value == nil or value == json.null then return 'null' end
  if type(value) == 'table' then return encode_table(value) end
  if type(value) == 'string' then return encode_string(value) end
  if type(value) == 'number' then return encode_number(value) end
  return tostring(value)
end

return json
