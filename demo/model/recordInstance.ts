import { type ServiceDefinition } from '../history/serviceDefinition';
import { arrivalCount } from './arrivalCount';
import { gaussian } from './gaussian';
import { type InstanceLoad } from './instanceLoad';
import { type InstanceSeries } from './instanceSeries';
import { routeCosts } from './routeCosts';

const MEBIBYTE = 1024 * 1024;
const CFS_PERIODS_PER_SECOND = 10;
const THROTTLING_BEGINS = 0.7;

/** What happened to one instance in one tick. */
export interface InstanceTick {
  readonly cpuMs: number;
  /** How far CPU per request is off its mean in this tick, as a share: caches warm and cool. */
  readonly wobble: number;
  readonly load: InstanceLoad;
  /** Requests per second that arrived. */
  readonly demand: number;
  readonly seconds: number;
  readonly random: () => number;
  /** Requests answered by route; added up over the instances. */
  readonly servedByRoute: number[];
}

/** Counts the requests of the tick; returns the work in them as a number of mean requests. */
function recordRequests(service: ServiceDefinition, series: InstanceSeries, tick: InstanceTick): number {
  const costs = routeCosts(service.routes);
  const good = tick.load.servedShare * (1 - service.errorShare);
  const arrivals = tick.demand * tick.seconds;
  let work = 0;
  service.routes.forEach((route, i) => {
    const count = arrivalCount(arrivals * route.share * good, tick.random);
    const counter = series.requests[i];
    if (counter) {
      counter.value += count;
    }
    tick.servedByRoute[i] = (tick.servedByRoute[i] ?? 0) + count;
    work += count * (costs[i] ?? 1);
  });
  if (series.errors) {
    series.errors.value += arrivalCount(arrivals * (1 - good), tick.random);
  }
  return work;
}

function recordThrottling(series: InstanceSeries, use: number, seconds: number): void {
  if (!series.throttle) {
    return;
  }
  const periods = seconds * CFS_PERIODS_PER_SECOND;
  const share = Math.max(0, Math.min(1, use) - THROTTLING_BEGINS) / (1 - THROTTLING_BEGINS);
  series.throttle.periods.value += periods;
  series.throttle.throttled.value += periods * share * share;
}

/** Adds one tick of one instance to its counters and sets its gauges. */
export function recordInstance(service: ServiceDefinition, series: InstanceSeries, tick: InstanceTick): void {
  const { load, seconds, random } = tick;
  const work = recordRequests(service, series, tick);
  const servedDemand = tick.demand * load.servedShare;
  if (series.cpu) {
    const burnt = service.idleCpu * seconds + (work * tick.cpuMs * (1 + tick.wobble)) / 1000;
    series.cpu.value += Math.max(0, burnt * (1 + 0.015 * gaussian(random)));
  }
  series.inFlight.value = arrivalCount(servedDemand * load.latency, random);
  const { baseMb, perRequestInFlightMb, limitMb } = service.memory;
  const used = baseMb + servedDemand * load.latency * perRequestInFlightMb + 2 * gaussian(random);
  series.memory.value = Math.min(limitMb, used) * MEBIBYTE;
  recordThrottling(series, load.cpu / service.cores, seconds);
  if (series.poolInUse && service.pool) {
    const holding = (servedDemand * service.pool.holdMs) / 1000;
    series.poolInUse.value = Math.min(service.pool.size, arrivalCount(holding, random));
  }
}
