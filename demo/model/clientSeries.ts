import { type Route, type ServiceDefinition } from '../history/serviceDefinition';
import { type InstanceSeries, type RouteLatency } from './instanceSeries';
import { type InstanceSlot } from './instanceSlot';
import { type Labels } from './labelText';
import { latencyBounds } from './latencyBounds';
import { type MetricSeries } from './metricSeries';
import { type SeriesFactory } from './seriesFactory';

/** The labels every series of an instance has in the Prometheus client family; live targets get the same ones. */
export function clientLabels(service: ServiceDefinition, slot: InstanceSlot): Labels {
  return {
    job: service.name,
    instance: slot.name,
    namespace: service.namespace,
    service: service.name,
    team: service.owner,
    version: slot.phase.version,
    zone: slot.zone,
  };
}

function constant(series: MetricSeries, value: number): MetricSeries {
  series.value = value;
  return series;
}

function routeLatency(service: ServiceDefinition, labels: Labels, route: Route, make: SeriesFactory): RouteLatency {
  const own = { ...labels, route: route.path };
  const bounds = [...latencyBounds(service).map(String), '+Inf'];
  const cadence = service.withoutLatencyHistory ? 'never' : 'latency';
  return {
    buckets: bounds.map((le) => make.histogram('http_request_duration_seconds_bucket', { ...own, le }, cadence)),
    sum: make.histogram('http_request_duration_seconds_sum', own, cadence, false),
    count: make.histogram('http_request_duration_seconds_count', own, cadence),
  };
}

/** Series of one instance in the family of the Prometheus client libraries. */
export function clientSeries(
  service: ServiceDefinition,
  slot: InstanceSlot,
  withLatency: boolean,
  make: SeriesFactory
): InstanceSeries {
  const labels = clientLabels(service, slot);
  const request = (route: Route, code: string): MetricSeries =>
    make.counter('http_requests_total', { ...labels, route: route.path, code }, 'fine');
  const first = service.routes[0];
  const pool = service.pool;
  const pooled = { ...labels, db_name: 'main' };
  return {
    requests: service.routes.map((route) => request(route, '200')),
    errors: first && service.errorShare > 0 ? request(first, '500') : undefined,
    cpu: service.withoutCpu ? undefined : make.counter('process_cpu_seconds_total', labels, 'fine', false),
    memory: make.gauge('process_resident_memory_bytes', labels, 'coarse'),
    inFlight: make.gauge('http_requests_in_flight', labels, 'coarse'),
    startTime: make.gauge('process_start_time_seconds', labels, 'recent'),
    poolInUse: pool && make.gauge('go_sql_in_use_connections', pooled, 'coarse'),
    constants: [
      constant(make.gauge('up', labels, 'coarse'), 1),
      ...(service.withoutCpu
        ? []
        : [constant(make.gauge('go_sched_gomaxprocs_threads', labels, 'recent'), service.cores)]),
      ...(pool ? [constant(make.gauge('go_sql_max_open_connections', pooled, 'recent'), pool.size)] : []),
    ],
    latency: withLatency ? service.routes.map((route) => routeLatency(service, labels, route, make)) : [],
  };
}
