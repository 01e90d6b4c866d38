import { cpuUntil, END, GAUGES_FROM, latencyUntil, RELEASE, requestsUntil, START, STEP } from './BenchHistory';

/** One series of the made-up history, there from `from` until before `to`. */
export interface BenchSeries {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly valueAt: (at: number) => number;
}

type Counted = (at: number, service: number, share: number) => number;

const INSTANCES = [
  { instance: 'a', zone: 'east', share: 0.55 },
  { instance: 'b', zone: 'west', share: 0.45 },
] as const;
const CODES = [
  { code: '200', share: 1 },
  { code: '500', share: 0.01 },
] as const;

/** Metric families in the order in which they are written, with their type. */
export const FAMILIES: ReadonlyArray<readonly [type: string, of: (service: number) => BenchSeries[]]> = [
  ['http_requests counter', requests],
  ['process_cpu_seconds counter', (service) => counters('process_cpu_seconds_total', service, cpuUntil)],
  ['http_request_duration_seconds_sum unknown', (s) => counters('http_request_duration_seconds_sum', s, latencyUntil)],
  ['http_request_duration_seconds_count unknown', (s) => counters('http_request_duration_seconds_count', s, requestsUntil)],
  ['go_sched_gomaxprocs_threads gauge', (service) => gauges('go_sched_gomaxprocs_threads', service, 2)],
  ['process_open_fds gauge', (service) => gauges('process_open_fds', service, 40 + (service % 50))],
  ['process_max_fds gauge', (service) => gauges('process_max_fds', service, 1024)],
  ...bounds([
    ['kube_horizontalpodautoscaler_spec_min_replicas', 2],
    ['kube_horizontalpodautoscaler_spec_max_replicas', 3],
    ['kube_horizontalpodautoscaler_status_desired_replicas', 2],
  ]),
];

function requests(service: number): BenchSeries[] {
  return lives(service).flatMap((life) =>
    INSTANCES.flatMap(({ instance, zone, share }) =>
      CODES.map((c) => ({
        ...counter(life, (at) => requestsUntil(at, service, share * c.share)),
        name: `http_requests_total{${target(service, instance, zone, life.version)},code="${c.code}"}`,
      }))
    )
  );
}

function counters(metric: string, service: number, counted: Counted): BenchSeries[] {
  return lives(service).flatMap((life) =>
    INSTANCES.map(({ instance, zone, share }) => ({
      ...counter(life, (at) => counted(at, service, share)),
      name: `${metric}{${target(service, instance, zone, life.version)}}`,
    }))
  );
}

function gauges(metric: string, service: number, value: number): BenchSeries[] {
  const { version } = lives(service).at(-1) ?? { version: '' };
  return INSTANCES.map(({ instance, zone }) => ({
    name: `${metric}{${target(service, instance, zone, version)}}`,
    from: GAUGES_FROM,
    to: END + STEP,
    valueAt: () => value,
  }));
}

function bounds(of: ReadonlyArray<readonly [metric: string, value: number]>): typeof FAMILIES {
  return of.map(([metric, value]) => [`${metric} gauge`, (service: number) => [autoscaler(metric, service, value)]]);
}

function autoscaler(metric: string, service: number, value: number): BenchSeries {
  const name = `${metric}{namespace="shop",horizontalpodautoscaler="service-${service}"}`;
  return { name, from: GAUGES_FROM, to: END + STEP, valueAt: () => value };
}

interface Life {
  readonly version: string;
  readonly from: number;
  readonly to: number;
}

const lives = (service: number): readonly Life[] =>
  service % 3 === 0
    ? [
        { version: '1.0', from: START, to: RELEASE },
        { version: '1.1', from: RELEASE, to: END + STEP },
      ]
    : [{ version: '1.0', from: START, to: END + STEP }];

/** Counters of a process begin at nought. */
function counter({ from, to }: Life, counted: (at: number) => number) {
  const before = counted(from);
  return { from, to, valueAt: (at: number) => counted(at) - before };
}

const target = (service: number, instance: string, zone: string, version: string): string =>
  `namespace="shop",service="service-${service}",instance="${instance}",zone="${zone}",version="${version}"`;
