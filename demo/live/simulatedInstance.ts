import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Route, type ServiceDefinition } from '../history/serviceDefinition';
import { routeCosts } from '../model/routeCosts';
import { instanceMetrics, type InstanceMetrics } from './instanceMetrics';
import { preciseTimer } from './preciseTimer';
import { serviceTime } from './serviceTime';
import { WorkerQueue } from './workerQueue';

/** Seconds of waiting at the limit before requests are refused. */
const LONGEST_WAIT = 1.2;

export interface SimulatedInstanceOptions {
  readonly service: ServiceDefinition;
  readonly cpuMs: number;
  readonly random: () => number;
}

interface Work {
  readonly route: Route;
  readonly cpuMs: number;
}

/** One instance: an HTTP server whose requests queue for its workers, then wait for others, and may be refused. */
export class SimulatedInstance {
  private readonly server: Server;
  private readonly queue: WorkerQueue;
  private readonly metrics: InstanceMetrics;
  private readonly work: ReadonlyMap<string, Work>;
  private readonly timer: (ms: number, done: () => void) => void;
  private inFlight = 0;
  private readonly startedAt = performance.now();

  constructor(private readonly options: SimulatedInstanceOptions) {
    const { service, cpuMs, random } = options;
    const costs = routeCosts(service.routes);
    this.timer = preciseTimer(random);
    this.work = new Map(service.routes.map((route, i) => [route.path, { route, cpuMs: cpuMs * (costs[i] ?? 1) }]));
    this.queue = new WorkerQueue({
      workers: service.cores,
      bound: Math.ceil((LONGEST_WAIT * service.cores * 1000) / cpuMs),
      now: () => performance.now(),
      after: this.timer,
    });
    this.metrics = instanceMetrics(service, {
      inFlight: () => this.inFlight,
      cpuSeconds: () => this.queue.busySeconds() + (service.idleCpu * (performance.now() - this.startedAt)) / 1000,
    });
    this.server = createServer((request, response) => this.answer(request, response));
  }

  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    if (path === '/metrics') {
      void this.expose(response);
      return;
    }
    if (path === '/healthz') {
      response.end('ok\n');
      return;
    }
    const work = this.work.get(path);
    if (!work) {
      response.writeHead(404).end();
      return;
    }
    this.serve(work, response);
  }

  private serve({ route, cpuMs }: Work, response: ServerResponse): void {
    const { service, random } = this.options;
    const begin = performance.now();
    const finish = (code: number): void => {
      this.inFlight -= 1;
      this.metrics.observe(route.path, code, (performance.now() - begin) / 1000);
      response.writeHead(code).end();
    };
    this.inFlight += 1;
    const taken = this.queue.offer(serviceTime(cpuMs, random), () => {
      const code = random() < service.errorShare ? 500 : 200;
      this.timer(serviceTime(service.ioMs, random), () => finish(code));
    });
    if (!taken) {
      finish(503);
    }
  }

  private async expose(response: ServerResponse): Promise<void> {
    const { registry } = this.metrics;
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType }).end(text);
  }
}
