import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { readRunningDemo } from '../../demo/cli/runningDemo';
import type { DemoPaths } from '../../demo/demoPaths';
import { RuntimeSocket } from '../../keeper/routers/haproxy/RuntimeSocket';
import { tableRows } from '../../keeper/routers/haproxy/runtimeAnswers';
import { SystemClock } from '../../src/adapters/browser/SystemClock';
import { HttpRouter } from '../../src/adapters/routing/HttpRouter';
import type { RoutingPool } from '../../src/domain/routing/poolSchema';
import { keeperTransport } from './keeperTransport';

const keeperConfig = z.object({ listen: z.object({ host: z.string(), port: z.number() }) });
const SOCKET_TIMEOUT_MS = 2_000;

/** Keeper, HAProxy and processes of a running demo, seen from beside them and not through the app. */
export class DemoRouting {
  /** The routing contract, asked of the keeper itself. */
  readonly router: HttpRouter;
  /** What the keeper asks of who calls it: a secret to every browser. */
  readonly token: string;
  private readonly socket: RuntimeSocket;

  constructor(private readonly paths: DemoPaths) {
    const { host, port } = keeperConfig.parse(JSON.parse(readFileSync(paths.keeperConfig, 'utf8'))).listen;
    this.token = readFileSync(paths.keeperToken, 'utf8').trim();
    this.router = new HttpRouter(keeperTransport(`http://${host}:${port}`, this.token), new SystemClock());
    this.socket = new RuntimeSocket(path.resolve(paths.in('haproxy.sock')), SOCKET_TIMEOUT_MS);
  }

  /** Null while the keeper does not answer. */
  async pool(id: string): Promise<RoutingPool | null> {
    const read = await this.router.pool(id, new AbortController().signal);
    return read.kind === 'done' ? read.value : null;
  }

  /** Servers of a pool whose weight is not the configured one, asked of HAProxy; null while it does not answer. */
  async moved(pool: string): Promise<readonly string[] | null> {
    const answer = await this.socket.ask(`show servers state ${pool}`).catch(() => null);
    if (answer === null) {
      return null;
    }
    // A line with the version of the table stands above it.
    const rows = tableRows(answer, ' ');
    return rows.filter((row) => row.srv_uweight !== row.srv_iweight).map((row) => row.srv_name ?? '');
  }

  /** @param name as the demo calls it: `keeper`, `haproxy`, a live service */
  pid(name: string): number {
    const found = readRunningDemo(this.paths.pidFile)?.children.find((child) => child.name === name);
    if (!found) {
      throw new Error(`no process "${name}" in ${this.paths.pidFile}: does the demo run?`);
    }
    return found.pid;
  }
}
