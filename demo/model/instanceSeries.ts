import { type MetricSeries } from './metricSeries';

/** Latency of one route over the whole service; kept on the series of the first instance, see the README. */
export interface RouteLatency {
  readonly buckets: readonly MetricSeries[];
  readonly sum: MetricSeries;
  readonly count?: MetricSeries;
}

export interface ThrottleSeries {
  readonly periods: MetricSeries;
  readonly throttled: MetricSeries;
}

/** The series of one instance, by meaning; each metric family fills in those it has. */
export interface InstanceSeries {
  readonly requests: readonly MetricSeries[];
  readonly errors?: MetricSeries;
  readonly cpu?: MetricSeries;
  readonly memory: MetricSeries;
  readonly inFlight: MetricSeries;
  readonly startTime?: MetricSeries;
  readonly poolInUse?: MetricSeries;
  readonly throttle?: ThrottleSeries;
  /** Gauges that stay as they were made. */
  readonly constants: readonly MetricSeries[];
  readonly latency: readonly RouteLatency[];
}

export function allSeries(instance: InstanceSeries): MetricSeries[] {
  const optional = [instance.errors, instance.cpu, instance.startTime, instance.poolInUse];
  const latency = instance.latency.flatMap((route) => [
    ...route.buckets,
    route.sum,
    ...(route.count ? [route.count] : []),
  ]);
  const throttle = instance.throttle ? [instance.throttle.periods, instance.throttle.throttled] : [];
  return [
    ...instance.requests,
    ...optional.filter((series) => series !== undefined),
    instance.memory,
    instance.inFlight,
    ...throttle,
    ...instance.constants,
    ...latency,
  ];
}
