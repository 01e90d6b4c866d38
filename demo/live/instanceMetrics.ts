import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type ServiceDefinition } from '../history/serviceDefinition';
import { latencyBounds } from '../model/latencyBounds';

const MEBIBYTE = 1024 * 1024;

/** What an instance says of itself at scrape time. */
export interface InstanceReadings {
  cpuSeconds(): number;
  readonly inFlight: number;
  /** Connections of its pool that are held; 0 for a service without one. */
  readonly poolInUse: number;
}

export interface InstanceMetrics {
  readonly registry: Registry;
  observe(route: string, code: number, seconds: number): void;
}

function addProcess(service: ServiceDefinition, registry: Registry, readings: InstanceReadings): void {
  const registers = [registry];
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Simulated CPU: seconds that the workers of this instance were held, and its idle use.',
    registers,
    collect() {
      this.reset();
      this.inc(readings.cpuSeconds());
    },
  });
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests being answered, those that wait included.',
    registers,
    collect() {
      this.set(readings.inFlight);
    },
  });
  new Gauge({
    name: 'process_resident_memory_bytes',
    help: 'Simulated memory: a base and a part for each request in flight.',
    registers,
    collect() {
      const { baseMb, perRequestInFlightMb } = service.memory;
      this.set((baseMb + perRequestInFlightMb * readings.inFlight) * MEBIBYTE);
    },
  });
}

function addPool(service: ServiceDefinition, registers: Registry[], readings: InstanceReadings): void {
  if (!service.pool) {
    return;
  }
  const labelNames = ['db_name'];
  new Gauge({
    name: 'go_sql_in_use_connections',
    help: 'Connections of the pool that requests hold.',
    labelNames,
    registers,
    collect() {
      this.set({ db_name: 'main' }, readings.poolInUse);
    },
  });
  const most = new Gauge({ name: 'go_sql_max_open_connections', help: 'Size of the pool.', labelNames, registers });
  most.set({ db_name: 'main' }, service.pool.size);
}

function addConstants(service: ServiceDefinition, registers: Registry[]): void {
  const start = new Gauge({ name: 'process_start_time_seconds', help: 'Start of the instance.', registers });
  start.set(Math.floor(Date.now() / 1000));
  const cores = new Gauge({
    name: 'go_sched_gomaxprocs_threads',
    help: 'Simulated cores: the workers of this instance.',
    registers,
  });
  cores.set(service.cores);
}

/** The metrics of one simulated instance, under the names of the Prometheus client libraries. */
export function instanceMetrics(service: ServiceDefinition, readings: InstanceReadings): InstanceMetrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests by route and status code.',
    labelNames: ['route', 'code'],
    registers,
  });
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer a request, refusals left out.',
    labelNames: ['route'],
    buckets: [...latencyBounds(service)],
    registers,
  });
  for (const { path } of service.routes) {
    requests.inc({ route: path, code: '200' }, 0);
  }
  addProcess(service, registry, readings);
  addPool(service, registers, readings);
  addConstants(service, registers);
  return {
    registry,
    observe(route, code, seconds) {
      requests.inc({ route, code: String(code) });
      if (code !== 503) {
        duration.observe({ route }, seconds);
      }
    },
  };
}
