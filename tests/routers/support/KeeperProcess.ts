import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { freePorts } from './freePorts';
import { MEMBERS, POOL, type RealRouter } from './RealRouter';
import { until } from './until';

const ROOT = path.resolve(__dirname, '../../..');
const TOKEN = 'token-of-the-keeper-under-test';
const LIMITS = { ceilingBp: 9000, largestStepBp: 9000, minDwellSeconds: 0, minTtlSeconds: 1, maxTtlSeconds: 120 };

interface PoolAnswer {
  readonly revision: number;
  readonly override: { readonly remainingMs: number } | null;
}

/** The keeper as a process of its own before a real router, so that it can be killed. */
export class KeeperProcess {
  private child: ChildProcess | null = null;
  private said = '';

  private constructor(
    private readonly config: string,
    private readonly url: string
  ) {}

  static async prepare(router: RealRouter, folder: string): Promise<KeeperProcess> {
    const [port = 0] = await freePorts(1);
    const config = path.join(folder, 'keeper.json');
    const content = {
      listen: { host: '127.0.0.1', port },
      token: { file: 'keeper-token' },
      stateDirectory: 'state',
      routers: { router: router.row },
      pools: [{ id: POOL, router: 'router', routerPool: POOL, members: Object.fromEntries(MEMBERS.map((id) => [id, id])), limits: LIMITS }],
    };
    await writeFile(path.join(folder, 'keeper-token'), TOKEN);
    await writeFile(config, JSON.stringify(content));
    return new KeeperProcess(config, `http://127.0.0.1:${port}`);
  }

  async start(): Promise<void> {
    const args = [path.join(ROOT, 'keeper/run.mjs'), '--config', this.config, 'serve'];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child = child;
    const listen = (part: string): void => void (this.said = (this.said + part).slice(-2000));
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    const isUp = (): Promise<boolean> => {
      if (child.exitCode !== null) {
        throw new Error(`the keeper ended with ${child.exitCode}: ${this.said}`);
      }
      return fetch(`${this.url}/metrics`).then(
        (answer) => answer.ok,
        () => false
      );
    };
    await until(isUp, 'the keeper to listen', 60_000);
  }

  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await gone;
    }
  }

  async pool(): Promise<PoolAnswer> {
    return (await this.call('GET', `/v1/pool?id=${POOL}`)) as PoolAnswer;
  }

  /** Takes the lease with a share for the first member. */
  async acquire(shareBp: number, ttlSeconds: number): Promise<void> {
    const { revision } = await this.pool();
    const body = {
      shares: { [MEMBERS[0]]: shareBp },
      ttlSeconds,
      runId: `run-${revision}-${Date.now()}`,
      reason: 'measuring the way back',
      holder: 'measurement',
      evidenceAgeMs: 0,
      maxLifetimeSeconds: 600,
      ceilingBp: 9000,
      ceilingRps: null,
    };
    const headers = { 'If-Match': `"${revision}"`, 'Idempotency-Key': body.runId };
    await this.call('PUT', `/v1/override?pool=${POOL}`, body, headers);
  }

  private async call(method: string, where: string, body?: object, headers: Record<string, string> = {}): Promise<unknown> {
    const answer = await fetch(`${this.url}${where}`, {
      method,
      headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${where}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  }
}
