import { createServer, type Server } from 'node:http';

/** What an instance counts in one second, and what it is. */
export interface CountingRates {
  /** Requests by route. */
  readonly routes: Readonly<Record<string, number>>;
  /** Part of them that fails, 0 to 1. */
  readonly failing: number;
  readonly cores: number;
  readonly secondsEach: number;
  /** Calls to a dependency. */
  readonly calls: number;
}

export interface CountingInstance {
  /** `127.0.0.1:port` */
  readonly address: string;
  stop(): Promise<void>;
}

/** A process' metrics as a Prometheus client would publish them, with counters that grow at even rates. */
export async function startCountingInstance(rates: CountingRates): Promise<CountingInstance> {
  const started = Date.now();
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(metricsText(rates, started, (Date.now() - started) / 1000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`, stop: () => stop(server) };
}

function metricsText({ routes, failing, cores, secondsEach, calls }: CountingRates, started: number, seconds: number): string {
  const byRoute = Object.entries(routes).flatMap(([route, rate]) => {
    const all = rate * seconds;
    const fast = secondsEach > 0.1 ? 0 : all;
    return [
      `http_requests_total{route="${route}",code="200"} ${all * (1 - failing)}`,
      `http_requests_total{route="${route}",code="500"} ${all * failing}`,
      `http_request_duration_seconds_bucket{route="${route}",le="0.1"} ${fast}`,
      `http_request_duration_seconds_bucket{route="${route}",le="+Inf"} ${all}`,
      `http_request_duration_seconds_sum{route="${route}"} ${all * secondsEach}`,
      `http_request_duration_seconds_count{route="${route}"} ${all}`,
    ];
  });
  return [
    ...byRoute,
    `http_client_request_duration_seconds_sum{server_address="db"} ${calls * seconds * 0.002}`,
    `http_client_request_duration_seconds_count{server_address="db"} ${calls * seconds}`,
    `process_cpu_seconds_total ${cores * seconds}`,
    'process_resident_memory_bytes 104857600',
    `process_start_time_seconds ${Math.floor(started / 1000)}`,
    '',
  ].join('\n');
}

const stop = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
