-- A lease inside HAProxy: `lua-load` this file, give the service `lua.headroom` a listener on the loopback address.
-- Weights that were written come back at the deadline by HAProxy's own clock, with nobody calling.
local json = require('headroom_json')
local lease = require('headroom_lease')

local GREATEST_WEIGHT = 256
local SWEEP_MS = 50

-- Told from every earlier and later process, so that a restart is seen as one.
local incarnation = string.format('%d-%.2f', os.time(), lease.seconds())
local leases = {}
local newest_fence = {}

local function server_of(pool, member)
  local backend = core.backends[pool]
  return backend and backend.servers[member]
end

local function weight_of(server)
  return tonumber(string.match(tostring(server:get_weight()), '^%d+'))
end

-- Weights by configuration, noted before the first request; servers added while running have none.
local configured = {}
core.register_init(function()
  for pool, backend in pairs(core.backends) do
    configured[pool] = {}
    for id, server in pairs(backend.servers) do configured[pool][id] = weight_of(server) end
  end
end)

local function give_back(pool, held, keep)
  for member, written in pairs(held.written) do
    local server = server_of(pool, member)
    if server and not keep[member] then
      local current = weight_of(server)
      server:set_weight(tostring(lease.weight_back(current, written, held.baseline[member])))
    end
  end
end

local function sweep()
  local now = lease.seconds()
  local due = {}
  for pool, held in pairs(leases) do
    if now >= held.deadline then due[pool] = held end
  end
  for pool, held in pairs(due) do
    -- One bad turn must not be the last, nor keep another pool waiting: it is tried again until it succeeds.
    local ok, wrong = pcall(give_back, pool, held, {})
    if not ok then
      core.Alert('headroom: ' .. pool .. ': ' .. tostring(wrong))
    elseif leases[pool] == held then
      leases[pool] = nil
    end
  end
end

local function counted(stats, ...)
  local sum
  for _, name in ipairs({ ... }) do
    local value = tonumber(stats[name])
    if value then sum = (sum or 0) + value end
  end
  return sum
end

local function counters_of(stats)
  local sent, occupying = counted(stats, 'stot'), counted(stats, 'scur')
  return {
    sent = sent,
    completed = sent and occupying and math.max(0, sent - occupying),
    errors = counted(stats, 'hrsp_5xx', 'econ', 'eresp'),
    retries = counted(stats, 'wretr', 'wredis'),
    queue = counted(stats, 'qcur'),
  }
end

local function member_state(pool, id, server)
  local stats = server:get_stats()
  local health = tostring(stats.status or '')
  return {
    id = id,
    weight = weight_of(server),
    configured = configured[pool] and configured[pool][id] or json.null,
    serving = health == 'no check' or string.sub(health, 1, 2) == 'UP',
    health = health,
    counters = counters_of(stats),
  }
end

local function lease_state(pool)
  local held = leases[pool]
  if not held then return json.null end
  return { fence = held.fence, remaining_ms = math.max(0, math.floor((held.deadline - lease.seconds()) * 1000)) }
end

local function pool_state(pool)
  local members = {}
  for id, server in pairs(core.backends[pool].servers) do members[#members + 1] = member_state(pool, id, server) end
  table.sort(members, function(a, b) return a.id < b.id end)
  return { incarnation = incarnation, pool = pool, members = json.array(members), lease = lease_state(pool) }
end

local function problem(status, code, detail)
  return status, { code = code, detail = detail }
end

-- Every weight as asked? A member that does not take it is named.
local function read_back(pool, call)
  for member, weight in pairs(call.weights) do
    local current = weight_of(server_of(pool, member))
    if current ~= weight then
      return problem(409, 'ignored', string.format('%s was given weight %d and has %d', member, weight, current))
    end
  end
  return 200, pool_state(pool)
end

-- A member that the new lease does not speak of goes back; one that is in its baseline and not written again stays as it is.
local function remember(pool, call)
  local held = leases[pool] or { written = {}, baseline = {} }
  newest_fence[pool] = call.fence
  if call.ttl_ms == 0 then
    leases[pool] = nil
    give_back(pool, held, call.weights)
    return
  end
  local written, baseline = {}, {}
  for member, weight in pairs(call.baseline) do
    written[member] = call.weights[member] or held.written[member]
    baseline[member] = written[member] and weight
  end
  -- Recorded before a weight is touched: what is half written is put back all the same.
  leases[pool] = { fence = call.fence, written = written, baseline = baseline, deadline = lease.seconds() + call.ttl_ms / 1000 }
  give_back(pool, held, call.baseline)
end

local function write(pool, body)
  local call, wrong = lease.read_write(body, GREATEST_WEIGHT)
  if not call then return problem(400, 'malformed', wrong) end
  for member in pairs(call.weights) do
    if not server_of(pool, member) then return problem(404, 'unknown_member', 'no server ' .. member .. ' in ' .. pool) end
  end
  sweep()
  local newest = newest_fence[pool] or -1
  local refusal = lease.refusal(newest, leases[pool] and leases[pool].fence, call, incarnation)
  if refusal then return problem(409, refusal, 'newest fence is ' .. newest) end
  remember(pool, call)
  for member, weight in pairs(call.weights) do
    local refused = server_of(pool, member):set_weight(tostring(math.floor(weight)))
    if refused then return problem(502, 'refused', member .. ': ' .. tostring(refused)) end
  end
  return read_back(pool, call)
end

local function prolong(pool, body)
  local call, wrong = lease.read_prolong(body)
  if not call then return problem(400, 'malformed', wrong) end
  sweep()
  local held = leases[pool]
  if not held or held.fence ~= call.fence then return problem(409, 'stale_fence', 'no lease with fence ' .. call.fence) end
  held.deadline = lease.seconds() + call.ttl_ms / 1000
  return 200, pool_state(pool)
end

local function pool_names()
  local names = {}
  for name, backend in pairs(core.backends) do
    if next(backend.servers) then names[#names + 1] = name end
  end
  table.sort(names)
  return 200, { incarnation = incarnation, pools = json.array(names) }
end

local POSTS = { ['/lease'] = write, ['/prolong'] = prolong }

local function answer(applet)
  if applet.path == '/pools' and applet.method == 'GET' then return pool_names() end
  local pool = string.match('&' .. (applet.qs or ''), '&pool=([%w_.:-]+)')
  if not pool or not core.backends[pool] then return problem(404, 'unknown_pool', 'no backend ' .. tostring(pool)) end
  if applet.path == '/pool' and applet.method == 'GET' then return 200, pool_state(pool) end
  local post = POSTS[applet.path]
  if not post or applet.method ~= 'POST' then return problem(404, 'unknown_path', applet.method .. ' ' .. applet.path) end
  if (applet.length or 0) > lease.MOST_BODY then return problem(413, 'malformed', 'body too long') end
  return post(pool, applet:receive())
end

core.register_service('headroom', 'http', function(applet)
  local status, content = answer(applet)
  local body = json.encode(content)
  applet:set_status(status)
  applet:add_header('content-type', 'application/json')
  applet:add_header('cache-control', 'no-store')
  applet:add_header('content-length', #body)
  applet:start_response()
  applet:send(body)
end)

core.register_task(function()
  while true do
    sweep()
    core.msleep(SWEEP_MS)
  end
end)
