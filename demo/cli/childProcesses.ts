import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { DemoError } from './demoError';
import { identify, type ProcessIdentity } from './processIdentity';
import { type NamedProcess, writeRunningDemo } from './runningDemo';
import { waitUntil } from './waitUntil';

const READY_MS = 60_000;
const ORDERLY_MS = 10_000;
const LOG_TAIL_LINES = 12;

export interface ChildSpec {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Asked until it says yes; without it the child says so itself. */
  readonly isReady?: () => Promise<boolean>;
  /** Started again so many milliseconds after it ended by itself; without it such an end is the end of the demo. */
  readonly restartAfterMs?: number;
}

interface Child {
  readonly name: string;
  readonly spec: ChildSpec;
  readonly process: ChildProcess;
  readonly identity: ProcessIdentity;
  ready: boolean;
  /** How it ended, once it has. */
  ended?: string;
}

/** The processes the demo starts: each with its log, watched, and stopped together by number. */
export class ChildProcesses {
  private readonly children: Child[] = [];
  private stopping = false;

  constructor(
    private readonly logs: string,
    private readonly pidFile: string,
    private readonly onUnexpectedEnd: (error: DemoError) => void
  ) {
    mkdirSync(logs, { recursive: true });
    this.record();
  }

  /** Starts a process and waits until it serves. */
  async start(spec: ChildSpec): Promise<void> {
    if (this.stopping) {
      throw new DemoError('The demo is being stopped.');
    }
    const child = this.spawn(spec);
    const { isReady } = spec;
    const isUp = async (): Promise<boolean> => child.ended !== undefined || (isReady ? isReady() : child.ready);
    const inTime = await waitUntil(isUp, READY_MS);
    if (child.ended || !inTime) {
      throw this.failure(child.name, child.ended ? `ended at its start (${child.ended})` : 'was not ready in time');
    }
    child.ready = true;
  }

  /** Stops one process and waits for its end. */
  async stop(name: string): Promise<void> {
    const index = this.children.findIndex((child) => child.name === name);
    const [child] = index < 0 ? [] : this.children.splice(index, 1);
    if (child) {
      await this.end(child);
      this.record();
    }
  }

  async stopAll(): Promise<void> {
    this.stopping = true;
    await Promise.all(this.children.map((child) => this.end(child)));
  }

  private spawn(spec: ChildSpec): Child {
    const log = openSync(this.logFile(spec.name), 'w');
    // A group of its own: Ctrl-C reaches the start command alone, which then stops the others in order.
    const started = spawn(spec.command, [...spec.args], {
      cwd: spec.cwd,
      detached: true,
      stdio: spec.isReady ? ['ignore', log, log] : ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    const child: Child = {
      name: spec.name,
      spec,
      process: started,
      identity: identify(started.pid ?? 0),
      ready: false,
    };
    this.children.push(child);
    this.record();
    started.on('message', () => (child.ready = true));
    started.on('error', (error) => this.noteEnd(child, error.message));
    started.on('exit', (code, signal) => this.noteEnd(child, signal ?? `exit code ${code}`));
    return child;
  }

  private noteEnd(child: Child, how: string): void {
    child.ended = how;
    if (!child.ready || this.stopping || !this.children.includes(child)) {
      return;
    }
    const { restartAfterMs } = child.spec;
    if (restartAfterMs === undefined) {
      this.onUnexpectedEnd(this.failure(child.name, `ended unexpectedly (${how})`));
    } else {
      setTimeout(() => this.startAgain(child), restartAfterMs).unref();
    }
  }

  private startAgain(child: Child): void {
    const index = this.children.indexOf(child);
    if (!this.stopping && index >= 0) {
      this.children.splice(index, 1);
      this.spawn(child.spec).ready = true;
    }
  }

  private async end(child: Child): Promise<void> {
    if (child.ended !== undefined) {
      return;
    }
    child.process.kill('SIGTERM');
    if (!(await waitUntil(() => child.ended !== undefined, ORDERLY_MS))) {
      child.process.kill('SIGKILL');
      await waitUntil(() => child.ended !== undefined, ORDERLY_MS);
    }
  }

  private failure(name: string, what: string): DemoError {
    const file = this.logFile(name);
    const text = (existsSync(file) && readFileSync(file, 'utf8')) || '(nothing)';
    const tail = text.trimEnd().split('\n').slice(-LOG_TAIL_LINES).join('\n  ');
    return new DemoError(`${name} ${what}. The end of its log (${file}):\n  ${tail}`);
  }

  private logFile(name: string): string {
    return path.join(this.logs, `${name}.log`);
  }

  private record(): void {
    const named: NamedProcess[] = this.children.map(({ name, identity }) => ({ name, ...identity }));
    writeRunningDemo(this.pidFile, named);
  }
}
