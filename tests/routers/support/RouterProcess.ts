import { type ChildProcess, spawn } from 'node:child_process';
import { until } from './until';

export interface RouterCommand {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly isReady: () => Promise<boolean>;
}

const FOLDERS = '/usr/sbin:/sbin';

/** A real router as a child of the test; started again under the same command. */
export class RouterProcess {
  private child: ChildProcess | null = null;
  private said = '';

  constructor(private readonly command: RouterCommand) {}

  async start(): Promise<void> {
    const { program, args, folder, isReady } = this.command;
    const child = spawn(program, [...args], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH: `${process.env.PATH ?? ''}:${FOLDERS}` },
    });
    this.child = child;
    const listen = (part: string): void => void (this.said = (this.said + part).slice(-2000));
    child.stdout?.setEncoding('utf8').on('data', listen);
    child.stderr?.setEncoding('utf8').on('data', listen);
    let ended: string | null = null;
    child.once('error', (error) => (ended = error.message));
    child.once('exit', (code, signal) => (ended = `ended with ${signal ?? code}`));
    await until(async () => {
      if (ended !== null) {
        throw new Error(`${program} ${ended}: ${this.said}`);
      }
      return isReady();
    }, `${program} to serve`);
  }

  signal(name: NodeJS.Signals): void {
    this.child?.kill(name);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.child;
    this.child = null;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await gone;
    }
  }
}
