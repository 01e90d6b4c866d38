-- What every router with a lease of its own asks of a call, whatever the router: Lua 5.1 (nginx) and 5.3 (HAProxy).
local json = require('headroom_json')

local lease = {}

lease.MOST_BODY = 65536
local LONGEST_TTL_MS = 3600 * 1000
local GREATEST_FENCE = 2 ^ 53

local function is_whole(value, least, most)
  return type(value) == 'number' and value >= least and value <= most and value == math.floor(value)
end

-- Weights by member, or nil and what is wrong.
function lease.read_weights(map, what, most)
  if type(map) ~= 'table' then return nil, what .. ' is missing' end
  for member, weight in pairs(map) do
    if not is_whole(weight, 0, most) then
      return nil, string.format('%s of %s must be a whole number from 0 to %d', what, tostring(member), most)
    end
  end
  return map
end

-- Body of a call that prolongs: {fence, ttl_ms}. The call, or nil and what is wrong.
function lease.read_prolong(body)
  local call, wrong = json.decode(body or '')
  if type(call) ~= 'table' then return nil, wrong or 'an object is needed' end
  if not is_whole(call.fence, 0, GREATEST_FENCE) then return nil, 'fence must be a whole number' end
  if not is_whole(call.ttl_ms, 0, LONGEST_TTL_MS) then return nil, 'ttl_ms must be a whole number from 0 to ' .. LONGEST_TTL_MS end
  return call
end

-- Body of a call that writes: {fence, ttl_ms, weights, baseline, incarnation?}. ttl_ms 0 ends the lease.
function lease.read_write(body, greatest_weight)
  local call, wrong = lease.read_prolong(body)
  if not call then return nil, wrong end
  local weights, wrong_weights = lease.read_weights(call.weights, 'weights', greatest_weight)
  if not weights then return nil, wrong_weights end
  if next(weights) == nil then return nil, 'weights names no member' end
  local baseline, wrong_baseline = lease.read_weights(call.baseline, 'baseline', greatest_weight)
  if not baseline then return nil, wrong_baseline end
  for member in pairs(weights) do
    if baseline[member] == nil then return nil, 'baseline of ' .. member .. ' is missing' end
  end
  return call
end

-- Why a call must not be carried out: nil, 'stale_fence' or 'other_incarnation'.
-- highest = newest fence seen, held_fence = that of the lease alive or nil. A lease that is over never comes back.
function lease.refusal(highest, held_fence, call, incarnation)
  if call.incarnation ~= nil and call.incarnation ~= incarnation then return 'other_incarnation' end
  if call.fence < highest then return 'stale_fence' end
  if call.ttl_ms > 0 and call.fence == highest and held_fence ~= call.fence then return 'stale_fence' end
  return nil
end

-- Weight to put back: the baseline where the member still has what was written, else the lower of the two. What somebody
-- lowered by hand meanwhile is never raised.
function lease.weight_back(current, written, baseline)
  if current == written then return baseline end
  return math.min(current, baseline)
end

local CLOCK = '/proc/uptime'
-- Opened before a chroot hides it; unbuffered, so that going to its start reads the kernel's value again.
local kept = io.open(CLOCK, 'r')
if kept then kept:setvbuf('no') end

local function read_clock(file)
  return file:seek('set', 0) and file:read('*n')
end

-- Seconds on a clock that counts the time the machine was asleep, and that nobody can set.
function lease.seconds()
  -- Opened anew where it can be: processes that were forked would share the place in a kept one.
  local fresh = io.open(CLOCK, 'r')
  local value = fresh and read_clock(fresh) or kept and read_clock(kept)
  if fresh then fresh:close() end
  return value or os.time()
end

return lease
