import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SubjectRouter } from './ContractSubject';
import { ContractClient } from './ContractClient';

const PROGRAM = path.resolve(__dirname, '../../keeper/run.mjs');
const PATIENCE_MS = 15_000;
export const CONTRACT_POOL = 'contract';
/** A keeper gives up on a router after this long; a write held up longer is one nobody heard the end of. */
export const ROUTER_TIMEOUT_MS = 1000;

/** A keeper as operators run it: a process of its own, with its journal in a folder that outlives it. */
export class KeeperProcess {
  private process: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    private readonly port: number
  ) {}

  static async create(router: SubjectRouter): Promise<KeeperProcess> {
    const folder = await mkdtemp(path.join(tmpdir(), 'headroom-keeper-'));
    const port = await freePort();
    await writeFile(path.join(folder, 'token'), 'a-token-for-the-contract-suite');
    await writeFile(path.join(folder, 'keeper.json'), JSON.stringify(configFor(router, port)));
    return new KeeperProcess(folder, port);
  }

  get client(): ContractClient {
    return new ContractClient(`http://127.0.0.1:${this.port}`, 'a-token-for-the-contract-suite');
  }

  /** Resolves when the port answers. */
  async start(): Promise<void> {
    const child = spawn('node', [PROGRAM, 'serve', '--config', path.join(this.folder, 'keeper.json')], { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, HEADROOM_KEEPER_LOG: 'error' } });
    const said: string[] = [];
    child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    this.process = child;
    const until = Date.now() + PATIENCE_MS;
    while (!(await this.client.isThere())) {
      if (child.exitCode !== null || Date.now() > until) {
        throw new Error(`the keeper did not start: ${said.join('')}`);
      }
      await pause(50);
    }
  }

  /** As by `kill -9`: nothing is put back, nothing is said. */
  async kill(): Promise<void> {
    const child = this.process;
    this.process = null;
    if (child !== null && child.exitCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    }
  }

  /** Runs one command of the command line; answers what it printed. */
  async command(...words: string[]): Promise<string> {
    const child = spawn('node', [PROGRAM, ...words, '--config', path.join(this.folder, 'keeper.json')], { stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => said.push(chunk.toString()));
    await new Promise((resolve) => child.once('exit', resolve));
    return said.join('');
  }

  journal(): Promise<string> {
    return readFile(path.join(this.folder, 'state/journal.log'), 'utf8');
  }

  async remove(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

function configFor(router: SubjectRouter, port: number): object {
  return {
    listen: { port },
    token: { file: 'token' },
    stateDirectory: 'state',
    routerTimeoutSeconds: ROUTER_TIMEOUT_MS / 1000,
    routers: { subject: router.row },
    pools: [
      {
        id: CONTRACT_POOL,
        service: 'shop',
        router: 'subject',
        routerPool: router.routerPool,
        members: router.members,
        ...(router.baseline === undefined ? {} : { baseline: router.baseline }),
        limits: { ceilingBp: 5000, largestStepBp: 2600, minDwellSeconds: 0.5, minTtlSeconds: 1, maxTtlSeconds: 60, maxLifetimeSeconds: 600 },
      },
    ],
  };
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
