import { type ServiceDefinition } from '../history/serviceDefinition';
import { type RouteLatency } from './instanceSeries';
import { latencyBounds } from './latencyBounds';
import { routeCosts } from './routeCosts';
import { shareFasterThan } from './shareFasterThan';

const MEDIAN_OF_MEAN = 0.88;

export interface LatencyTick {
  readonly cpuMs: number;
  /** Mean wait for a worker or the pool, in seconds. */
  readonly wait: number;
  readonly servedByRoute: readonly number[];
}

/** Spreads the requests of a tick over the histogram of their route, around the latency that the load implies. */
export function recordLatency(service: ServiceDefinition, latency: readonly RouteLatency[], tick: LatencyTick): void {
  const bounds = latencyBounds(service);
  const costs = routeCosts(service.routes);
  latency.forEach((route, i) => {
    const count = tick.servedByRoute[i] ?? 0;
    const mean = (tick.cpuMs / 1000) * (costs[i] ?? 1) + service.ioMs / 1000 + tick.wait;
    route.buckets.forEach((bucket, b) => {
      const bound = bounds[b];
      bucket.value += bound === undefined ? count : count * shareFasterThan(bound, mean * MEDIAN_OF_MEAN);
    });
    route.sum.value += count * mean;
    if (route.count) {
      route.count.value += count;
    }
  });
}
