import { type Route, type ServiceDefinition } from '../history/serviceDefinition';
import { type InstanceSeries, type RouteLatency } from './instanceSeries';
import { type InstanceSlot } from './instanceSlot';
import { type Labels } from './labelText';
import { latencyBounds } from './latencyBounds';
import { type MetricSeries } from './metricSeries';
import { type SeriesFactory } from './seriesFactory';

const MEBIBYTE = 1024 * 1024;
const DURATION = 'http_server_request_duration_seconds';

function otelLabels(service: ServiceDefinition, slot: InstanceSlot): Labels {
  return {
    service_namespace: service.namespace,
    service_name: service.name,
    service_instance_id: slot.name,
    service_version: slot.phase.version,
    cloud_availability_zone: slot.zone,
  };
}

function constant(series: MetricSeries, value: number): MetricSeries {
  series.value = value;
  return series;
}

function routeLatency(service: ServiceDefinition, labels: Labels, route: Route, make: SeriesFactory): RouteLatency {
  const own = { ...labels, http_route: route.path, http_response_status_code: '200' };
  const bounds = [...latencyBounds(service).map(String), '+Inf'];
  return {
    buckets: bounds.map((le) => make.histogram(`${DURATION}_bucket`, { ...own, le }, 'latency')),
    sum: make.histogram(`${DURATION}_sum`, own, 'latency', false),
  };
}

/** Series of one pod: OpenTelemetry HTTP server metrics, with CPU, memory and limits as Kubernetes tells them. */
export function otelSeries(
  service: ServiceDefinition,
  slot: InstanceSlot,
  withLatency: boolean,
  make: SeriesFactory
): InstanceSeries {
  const labels = otelLabels(service, slot);
  const { namespace, name } = service;
  const pod = slot.name;
  const container = { namespace, pod, container: name, image: `${namespace}/${name}:${slot.phase.version}` };
  const request = (route: Route, code: string): MetricSeries =>
    make.histogram(`${DURATION}_count`, { ...labels, http_route: route.path, http_response_status_code: code }, 'fine');
  const limit = (resource: string, unit: string, value: number): MetricSeries => {
    const own = { namespace, pod, container: name, resource, unit };
    return constant(make.gauge('kube_pod_container_resource_limits', own, 'recent'), value);
  };
  const owner = { namespace, workload: name, workload_type: 'deployment', pod };
  const first = service.routes[0];
  return {
    requests: service.routes.map((route) => request(route, '200')),
    errors: first && service.errorShare > 0 ? request(first, '500') : undefined,
    cpu: make.counter('container_cpu_usage_seconds_total', container, 'fine', false),
    memory: make.gauge('container_memory_working_set_bytes', container, 'coarse'),
    inFlight: make.gauge('http_server_active_requests', labels, 'coarse'),
    throttle: {
      periods: make.counter('container_cpu_cfs_periods_total', container, 'latency'),
      throttled: make.counter('container_cpu_cfs_throttled_periods_total', container, 'latency'),
    },
    constants: [
      constant(make.gauge('namespace_workload_pod:kube_pod_owner:relabel', owner, 'coarse'), 1),
      limit('cpu', 'core', service.cores),
      limit('memory', 'byte', service.memory.limitMb * MEBIBYTE),
    ],
    latency: withLatency ? service.routes.map((route) => routeLatency(service, labels, route, make)) : [],
  };
}
