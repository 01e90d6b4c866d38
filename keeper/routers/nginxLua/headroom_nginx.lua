-- A lease inside nginx: members, weights and the override live in a shared dictionary, the override as a key that the
-- dictionary itself drops at its expiry. The configuration's weights are never touched, so going back is forgetting.
local json = require('headroom_json')
local lease = require('headroom_lease')
local traffic = require('headroom_traffic')

local headroom = {}

local GREATEST_WEIGHT = 65535
local WATCH_EVERY = 0.05

local pools = {}
local dict

local function key(...) return table.concat({ ... }, '\0') end

-- Keys that must not be lost are never pushed out for want of room: the call fails instead. Nothing else is kept in this dictionary.
local function keep(name, value, seconds)
  local ok, wrong = dict:safe_set(name, value, seconds or 0)
  if not ok then error({ refused = 'shared dictionary: ' .. tostring(wrong) }, 0) end
end

-- In init_by_lua: configuration = {dictionary = 'headroom', counters = 'headroom_counters', pools = {name = {{id, address, port, weight, check?}, ...}}}.
-- check = path that answers 2xx while the member serves; without it health is unknown and the member counts as serving.
function headroom.init(configuration)
  dict = ngx.shared[configuration.dictionary]
  assert(dict, 'lua_shared_dict ' .. tostring(configuration.dictionary) .. ' is missing')
  for name, members in pairs(configuration.pools) do
    local by_id = {}
    for _, member in ipairs(members) do by_id[member.id] = member end
    pools[name] = { members = members, by_id = by_id }
  end
  -- Survives a reload, as the override does; another after every start.
  if not dict:get('incarnation') then keep('incarnation', string.format('%d-%.2f', os.time(), lease.seconds())) end
  traffic.init(configuration.counters or 'headroom_counters', pools)
end

local function override_of(pool)
  local text = dict:get(key('override', pool))
  return text and json.decode(text)
end

-- The override, else what somebody set by hand since the start, else the configuration.
local function weight_of(pool, override, member)
  local written = override and override.weights[member.id]
  return written or dict:get(key('hand', pool, member.id)) or member.weight
end

-- Weight of each member that may take the request, and their sum; a pool with nobody serving is tried as a whole.
local function candidates(pool, tried)
  local override = override_of(pool)
  local list, sum = {}, 0
  for _, strict in ipairs({ true, false }) do
    for _, member in ipairs(pools[pool].members) do
      local weight = weight_of(pool, override, member)
      if weight > 0 and not tried[member.id] and (not strict or traffic.is_serving(pool, member)) then
        list[#list + 1] = { member = member, weight = weight }
        sum = sum + weight
      end
    end
    if sum > 0 then return list, sum end
  end
  return list, sum
end

local function pick(pool, tried)
  local list, sum = candidates(pool, tried)
  local left = math.random() * sum
  for _, candidate in ipairs(list) do
    left = left - candidate.weight
    if left < 0 then return candidate.member end
  end
  return list[#list] and list[#list].member
end

-- In balancer_by_lua: chooses the member, and another one when the first could not be reached.
function headroom.balance(pool)
  local balancer = require('ngx.balancer')
  local context = ngx.ctx
  context.tried = context.tried or {}
  local again = context.member ~= nil
  if again then traffic.count('retries', pool, context.member) end
  local member = pick(pool, context.tried)
  if not member then
    ngx.log(ngx.ERR, 'pool ', pool, ' has no member left to try')
    return ngx.exit(502)
  end
  context.pool, context.member = pool, member.id
  context.tried[member.id] = true
  traffic.count('sent', pool, member.id)
  context.taken = context.taken or {}
  context.taken[#context.taken + 1] = member.id
  if not again and #pools[pool].members > 1 then balancer.set_more_tries(1) end
  local ok, wrong = balancer.set_current_peer(member.address, member.port)
  if not ok then ngx.log(ngx.ERR, 'member ', member.id, ': ', wrong) end
end

-- In log_by_lua: every member that was tried is done; all but the last have failed, the last by its status.
function headroom.account()
  local context = ngx.ctx
  local taken = context.taken
  if not taken then return end
  for i, id in ipairs(taken) do
    traffic.count('completed', context.pool, id)
    if i < #taken or ngx.status >= 500 then traffic.count('errors', context.pool, id) end
  end
end

local function member_state(pool, override, member)
  local function count(what) return traffic.counted(what, pool, member.id) end
  local serving = traffic.is_serving(pool, member)
  return {
    id = member.id,
    weight = weight_of(pool, override, member),
    configured = member.weight,
    serving = serving,
    health = not member.check and 'unknown: no check configured' or serving and 'UP' or 'DOWN',
    counters = { sent = count('sent'), completed = count('completed'), errors = count('errors'), retries = count('retries') },
  }
end

local function pool_state(pool)
  local override = override_of(pool)
  local members = {}
  for i, member in ipairs(pools[pool].members) do members[i] = member_state(pool, override, member) end
  local held = json.null
  if override then
    held = { fence = override.fence, remaining_ms = math.max(0, math.floor((override.deadline - lease.seconds()) * 1000)) }
  end
  return { incarnation = dict:get('incarnation'), pool = pool, members = json.array(members), lease = held }
end

local function problem(status, code, detail) return status, { code = code, detail = detail } end

-- The dictionary counts by the wall clock; a clock that was put back must not prolong a lease, so its deadline is kept too.
local function drop_overdue(pool)
  local override = override_of(pool)
  if override and lease.seconds() >= override.deadline then dict:delete(key('override', pool)) end
end

local function store(pool, fence, weights, ttl_ms)
  local override = { fence = fence, weights = weights, deadline = lease.seconds() + ttl_ms / 1000 }
  keep(key('override', pool), json.encode(override), ttl_ms / 1000)
end

local function unknown_member(pool, weights)
  for id in pairs(weights) do
    if not pools[pool].by_id[id] then return id end
  end
  return nil
end

-- A weight without a lease: forgotten when it is the configured one.
local function set_by_hand(pool, weights)
  for id, weight in pairs(weights) do
    if weight == pools[pool].by_id[id].weight then
      dict:delete(key('hand', pool, id))
    else
      keep(key('hand', pool, id), weight)
    end
  end
end

local function write(pool, body)
  local call, wrong = lease.read_write(body, GREATEST_WEIGHT)
  if not call then return problem(400, 'malformed', wrong) end
  local unknown = unknown_member(pool, call.weights)
  if unknown then return problem(404, 'unknown_member', 'no member ' .. unknown .. ' in ' .. pool) end
  drop_overdue(pool)
  local held = override_of(pool)
  local newest = dict:get(key('newest', pool)) or -1
  local refusal = lease.refusal(newest, held and held.fence, call, dict:get('incarnation'))
  if refusal then return problem(409, refusal, 'newest fence is ' .. newest) end
  keep(key('newest', pool), call.fence)
  if call.ttl_ms == 0 then
    dict:delete(key('override', pool))
    set_by_hand(pool, call.weights)
    return 200, pool_state(pool)
  end
  local weights = {}
  -- A member in the baseline that is not written again stays as it is; one the new lease does not speak of goes back.
  for id in pairs(call.baseline) do weights[id] = call.weights[id] or held and held.weights[id] or nil end
  store(pool, call.fence, weights, call.ttl_ms)
  return 200, pool_state(pool)
end

local function prolong(pool, body)
  local call, wrong = lease.read_prolong(body)
  if not call then return problem(400, 'malformed', wrong) end
  drop_overdue(pool)
  local held = override_of(pool)
  if not held or held.fence ~= call.fence then return problem(409, 'stale_fence', 'no lease with fence ' .. call.fence) end
  store(pool, call.fence, held.weights, call.ttl_ms)
  return 200, pool_state(pool)
end

-- For a person: {weights}. What is set by hand wins over the override, which goes on without that member.
local function by_hand(pool, body)
  local call, wrong = json.decode(body or '')
  if type(call) ~= 'table' then return problem(400, 'malformed', wrong or 'an object is needed') end
  local weights, wrong_weights = lease.read_weights(call.weights, 'weights', GREATEST_WEIGHT)
  if not weights then return problem(400, 'malformed', wrong_weights) end
  local unknown = unknown_member(pool, weights)
  if unknown then return problem(404, 'unknown_member', 'no member ' .. unknown .. ' in ' .. pool) end
  local held = override_of(pool)
  if held then
    for id in pairs(weights) do held.weights[id] = nil end
    store(pool, held.fence, held.weights, math.max(1, (held.deadline - lease.seconds()) * 1000))
  end
  set_by_hand(pool, weights)
  return 200, pool_state(pool)
end

local POSTS = { ['/lease'] = write, ['/prolong'] = prolong, ['/weight'] = by_hand }

local function respond(status, content)
  ngx.status = status
  ngx.header['content-type'] = 'application/json'
  ngx.header['cache-control'] = 'no-store'
  ngx.print(json.encode(content))
  return ngx.exit(ngx.OK)
end

local function read_body()
  ngx.req.read_body()
  return ngx.req.get_body_data()
end

local function answer(path)
  local method = ngx.req.get_method()
  if path == '/pools' and method == 'GET' then
    local names = {}
    for name in pairs(pools) do names[#names + 1] = name end
    table.sort(names)
    return 200, { incarnation = dict:get('incarnation'), pools = json.array(names) }
  end
  local pool = ngx.req.get_uri_args().pool
  if type(pool) ~= 'string' or not pools[pool] then return problem(404, 'unknown_pool', 'no pool ' .. tostring(pool)) end
  if path == '/pool' and method == 'GET' then return 200, pool_state(pool) end
  local post = POSTS[path]
  if not post or method ~= 'POST' then return problem(404, 'unknown_path', method .. ' ' .. path) end
  local body = read_body()
  return traffic.with_lock(pool, function() return post(pool, body) end)
end

-- In content_by_lua of a location on the loopback address; `prefix` is that location's path.
function headroom.serve(prefix)
  local path = string.sub(ngx.var.uri, #prefix + 1)
  local ok, status, content = pcall(answer, path)
  if ok then return respond(status, content) end
  if type(status) == 'table' and status.refused then return respond(507, { code = 'refused', detail = status.refused }) end
  ngx.log(ngx.ERR, tostring(status))
  return respond(500, { code = 'refused', detail = 'the lease script failed; see the error log' })
end

local function watch_leases()
  for name in pairs(pools) do drop_overdue(name) end
end

-- In init_worker_by_lua.
function headroom.start()
  math.randomseed(ngx.worker.pid() + ngx.now() * 1000)
  traffic.start()
  assert(ngx.timer.every(WATCH_EVERY, watch_leases))
end

return headroom
