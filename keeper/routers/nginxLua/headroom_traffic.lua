-- What nginx itself learns of its members: counts of requests, health by asking, and locks. It has a dictionary of its own, since a full one
-- pushes out its oldest keys: nothing that is counted here may cost an override, a fence or a weight set by hand.
local traffic = {}

local CHECK_EVERY = 1
local CHECK_TIMEOUT_MS = 800
local FALL, RISE = 2, 2
local LOCK_SECONDS = 1
local COUNTS = { 'sent', 'completed', 'errors', 'retries', 'rise', 'fall', 'down' }

local pools = {}
local dict

local function key(...) return table.concat({ ... }, '\0') end

-- Every key that is ever counted is there from the beginning: a dictionary that has room for them now never runs full.
local function reserve(name, dictionary)
  local ok, wrong = dict:safe_add(name, 0)
  assert(ok or wrong == 'exists', 'lua_shared_dict ' .. dictionary .. ' is too small for the counters of all members: ' .. tostring(wrong))
end

-- In init_by_lua, by headroom.init.
function traffic.init(dictionary, all_pools)
  dict = ngx.shared[dictionary]
  assert(dict, 'lua_shared_dict ' .. dictionary .. ' is missing: it holds counters and health, apart from the override')
  pools = all_pools
  for name, pool in pairs(pools) do
    for _, member in ipairs(pool.members) do
      for _, what in ipairs(COUNTS) do reserve(key(what, name, member.id), dictionary) end
    end
  end
end

function traffic.count(what, pool, id)
  local _, wrong = dict:incr(key(what, pool, id), 1)
  if wrong then ngx.log(ngx.ERR, 'counting ', what, ' of ', id, ': ', wrong) end
end

function traffic.counted(what, pool, id) return dict:get(key(what, pool, id)) end

function traffic.is_serving(pool, member) return dict:get(key('down', pool, member.id)) ~= 1 end

-- One call to a pool at a time, whichever worker has it.
function traffic.with_lock(pool, work)
  local lock = key('lock', pool)
  for _ = 1, 500 do
    -- Expires by itself: a worker that dies with it must not keep the way back closed.
    local ok, wrong = dict:safe_add(lock, 1, LOCK_SECONDS)
    if ok then
      local done, status, content = pcall(work)
      dict:delete(lock)
      if not done then error(status, 0) end
      return status, content
    end
    if wrong ~= 'exists' then error({ refused = 'shared dictionary of the counters: ' .. tostring(wrong) }, 0) end
    ngx.sleep(0.002)
  end
  return 503, { code = 'refused', detail = 'another call to this pool does not end' }
end

local function answers(member)
  local socket = ngx.socket.tcp()
  socket:settimeout(CHECK_TIMEOUT_MS)
  if not socket:connect(member.address, member.port) then return false end
  socket:send('GET ' .. member.check .. ' HTTP/1.0\r\nHost: ' .. member.id .. '\r\nConnection: close\r\n\r\n')
  local line = socket:receive('*l')
  socket:close()
  return line ~= nil and string.match(line, '^HTTP/1%.%d 2%d%d') ~= nil
end

-- The keys are there, so neither call needs room.
local function note_health(pool, member, good)
  local streak = dict:incr(key(good and 'rise' or 'fall', pool, member.id), 1)
  dict:safe_set(key(good and 'fall' or 'rise', pool, member.id), 0)
  if good and streak >= RISE then dict:safe_set(key('down', pool, member.id), 0) end
  if not good and streak >= FALL then dict:safe_set(key('down', pool, member.id), 1) end
end

local function check_all()
  -- One worker a round.
  if not dict:safe_add('checking', 1, CHECK_EVERY * 0.9) then return end
  local threads = {}
  for name, pool in pairs(pools) do
    for _, member in ipairs(pool.members) do
      if member.check then
        threads[#threads + 1] = ngx.thread.spawn(function() note_health(name, member, answers(member)) end)
      end
    end
  end
  for _, thread in ipairs(threads) do ngx.thread.wait(thread) end
end

-- In init_worker_by_lua, by headroom.start.
function traffic.start()
  assert(ngx.timer.every(CHECK_EVERY, check_all))
end

return traffic
