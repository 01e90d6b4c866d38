import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type Route, type ServiceDefinition } from '../history/serviceDefinition';
import { routeCosts } from '../model/routeCosts';
import { type Fault, faultOf, heldBackMs, isFailed } from './Fault';
import { instanceMetrics, type InstanceMetrics } from './instanceMetrics';
import { InstanceWork } from './InstanceWork';
import { preciseTimer } from './preciseTimer';

export interface SimulatedInstanceOptions {
  readonly service: ServiceDefinition;
  readonly cpuMs: number;
  readonly random: () => number;
}

interface RouteWork {
  readonly route: Route;
  readonly cpuMs: number;
}

/** What dies with the process of an instance. */
interface Life {
  readonly work: InstanceWork;
  readonly metrics: InstanceMetrics;
}

/** One instance: an HTTP server whose requests queue for its workers, then wait for others, and may be refused. */
export class SimulatedInstance {
  private readonly server: Server;
  private readonly routes: ReadonlyMap<string, RouteWork>;
  private life: Life;
  private fault: Fault | null = null;
  private healing: ReturnType<typeof setTimeout> | undefined;
  /** Requests that wait for a hang to pass. */
  private hung: Array<() => void> = [];
  private port = 0;

  constructor(private readonly options: SimulatedInstanceOptions) {
    const { service, cpuMs } = options;
    const costs = routeCosts(service.routes);
    const works = service.routes.map((route, i) => ({ route, cpuMs: cpuMs * (costs[i] ?? 1) }));
    // The braces of a template may come escaped.
    this.routes = new Map(works.flatMap((one) => [one.route.path, encodeURI(one.route.path)].map((path) => [path, one])));
    this.life = this.newLife();
    this.server = createServer((request, response) => this.answer(request, response));
  }

  listen(port: number): Promise<void> {
    this.port = port;
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => resolve());
    });
  }

  close(): Promise<void> {
    clearTimeout(this.healing);
    return this.shut();
  }

  private shut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    return closed;
  }

  private newLife(): Life {
    const { service, cpuMs, random } = this.options;
    const work = new InstanceWork({ service, cpuMs, random, now: () => performance.now(), after: preciseTimer(random) });
    return { work, metrics: instanceMetrics(service, work) };
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    if (path === '/metrics') {
      void this.expose(response);
      return;
    }
    if (path === '/healthz') {
      response.end('ok\n');
      return;
    }
    if (path === '/fault' && request.method === 'POST') {
      this.begin(faultOf(new URLSearchParams(query)), response);
      return;
    }
    const found = this.routes.get(path);
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    this.serve(found, response);
  }

  private serve({ route, cpuMs }: RouteWork, response: ServerResponse): void {
    if (this.fault?.kind === 'hang') {
      this.hung.push(() => this.serve({ route, cpuMs }, response));
      return;
    }
    const { work, metrics } = this.life;
    const begin = performance.now();
    const failure = isFailed(this.fault, this.options.random) ? 500 : null;
    const late = heldBackMs(this.fault);
    work.serve(cpuMs, (code) => {
      const told = failure !== null && code === 200 ? failure : code;
      const answer = (): void => {
        metrics.observe(route.path, told, (performance.now() - begin) / 1000);
        response.writeHead(told).end();
      };
      if (late > 0) {
        setTimeout(answer, late);
      } else {
        answer();
      }
    });
  }

  private begin(fault: Fault | string, response: ServerResponse): void {
    if (typeof fault === 'string') {
      response.writeHead(400).end(`${fault}\n`);
      return;
    }
    this.fault = fault;
    response.end(`${fault.kind} for ${fault.seconds} s\n`, () => void this.suffer(fault));
  }

  private async suffer(fault: Fault): Promise<void> {
    if (fault.kind === 'crash') {
      await this.shut();
    }
    clearTimeout(this.healing);
    this.healing = setTimeout(() => void this.heal(fault), fault.seconds * 1000);
  }

  private async heal(fault: Fault): Promise<void> {
    if (this.fault !== fault) {
      return;
    }
    this.fault = null;
    const late = this.hung;
    this.hung = [];
    if (fault.kind === 'crash') {
      this.life = this.newLife();
      await this.listen(this.port);
    } else {
      late.forEach((serve) => serve());
    }
  }

  private async expose(response: ServerResponse): Promise<void> {
    const { registry } = this.life.metrics;
    const text = await registry.metrics();
    response.writeHead(200, { 'content-type': registry.contentType }).end(text);
  }
}
