import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from '@playwright/test';
import type { MainThreadTask } from './MainThreadTrace';

const LONG = 30;

/** Saves a CPU profile of each stretch of time where one is wanted; profiling slows the page down, so figures are not of use then. */
export class Profile {
  /** @param directory null = no profiles */
  constructor(
    private readonly session: CDPSession,
    private readonly directory: string | null
  ) {}

  async start(): Promise<void> {
    if (this.directory !== null) {
      await this.session.send('Profiler.enable');
      await this.session.send('Profiler.setSamplingInterval', { interval: 500 });
      await this.session.send('Profiler.start');
    }
  }

  async stop(name: string): Promise<void> {
    if (this.directory !== null) {
      const { profile } = await this.session.send('Profiler.stop');
      await this.save(`${name}.cpuprofile`, profile);
    }
  }

  /** The long ones, to be found in the profile again by their stamps. */
  async keepTasks(name: string, tasks: readonly MainThreadTask[]): Promise<void> {
    if (this.directory !== null) {
      await this.save(`${name}.tasks.json`, tasks.filter(({ wall }) => wall > LONG));
    }
  }

  private async save(name: string, content: unknown): Promise<void> {
    await writeFile(join(this.directory ?? '', name.replace(/[^\w.]+/g, '-')), JSON.stringify(content));
  }
}
