import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { APP_ID } from '../../src/adapters/grafana/APP_ID';
import type { PhaseFigures, VisitFigures } from './BrowserFigures';
import { HeapWatch } from './HeapWatch';
import { MainThreadTrace, type MainThreadTask } from './MainThreadTrace';
import { expressionOf } from './MeteredRequest';
import { Profile } from './Profile';
import type { Stage } from './Stage';

/** Nothing is asked and nothing said to be under way for this long: the page is complete. */
const QUIET = 2_000;
const PATIENCE = 10 * 60_000;

/** Opens the fleet page and watches what it costs. */
export class FleetPageDriver {
  private readonly trace: MainThreadTrace;
  private readonly heap: HeapWatch;
  private readonly profile: Profile;

  /** @param profiles directory for CPU profiles; null = none */
  constructor(
    readonly page: Page,
    session: CDPSession,
    private readonly stage: Stage,
    profiles: string | null
  ) {
    this.profile = new Profile(session, profiles);
    this.trace = new MainThreadTrace(page, session);
    this.heap = new HeapWatch(session);
  }

  /** @param withheld true = no history is answered before there are rows: what the ledger holds must do */
  async visit(name: string, withheld = false): Promise<VisitFigures> {
    const { log } = this.stage.meter;
    const before = log.length;
    await this.trace.start();
    await this.heap.start();
    await this.profile.start();
    const openedAt = Date.now();
    const release = withheld ? this.stage.meter.withholdHistory() : () => {};
    await this.page.goto(`${this.stage.url}/a/${APP_ID}/fleet`, { waitUntil: 'commit' });
    await this.page.locator('tbody th[scope="row"]').first().waitFor({ timeout: PATIENCE });
    release();
    await this.untilComplete();
    const asked = log.slice(before);
    await this.profile.stop(name);
    const peakHeap = await this.heap.stop();
    const tasks = await this.trace.stop();
    await this.profile.keepTasks(name, tasks);
    const { firstRows, timeOrigin, firstQuestion } = await this.page.evaluate(landmarks);
    const histories = asked.filter(({ path }) => path === 'query_range').map(({ endedAt }) => endedAt);
    return {
      boot: await this.phase(`${name}: loading`, [0, firstQuestion], tasks),
      fill: await this.phase(name, [firstQuestion, Infinity], tasks),
      firstQuestion,
      firstRows,
      complete: Math.max(firstRows, this.settledAt - timeOrigin),
      firstHistory: histories.length > 0 ? Math.min(...histories) - openedAt : null,
      requests: asked.length,
      expressions: [...new Set(asked.map(expressionOf).filter((e): e is string => e !== null))],
      samples: asked.reduce((sum, { samples }) => sum + (samples ?? 0), 0),
      bytes: asked.reduce((sum, { bytes }) => sum + bytes, 0),
      peakHeap,
    };
  }

  /** A gesture, and what follows from it until the page is at rest. */
  async gesture(name: string, act: (page: Page) => Promise<void>): Promise<PhaseFigures> {
    const begun = await this.page.evaluate(() => performance.now());
    await this.trace.start();
    await this.profile.start();
    await act(this.page);
    await sleep(1_000);
    await this.profile.stop(name);
    const tasks = await this.trace.stop();
    await this.profile.keepTasks(name, tasks);
    return this.phase(name, [begun, Infinity], tasks);
  }

  private settledAt = 0;

  private async untilComplete(): Promise<void> {
    const { meter } = this.stage;
    const patience = Date.now() + PATIENCE;
    this.settledAt = Date.now();
    for (let quietSince = Date.now(); Date.now() - quietSince < QUIET; ) {
      await sleep(200);
      const drawn = await this.page.evaluate(isDrawn).catch(() => false);
      if (meter.inFlight > 0 || !drawn) {
        quietSince = Date.now();
        this.settledAt = quietSince;
      }
      if (Date.now() > patience) {
        throw new Error('the fleet page was not complete in time');
      }
    }
  }

  private async phase(name: string, [from, to]: readonly [number, number], all: readonly MainThreadTask[]): Promise<PhaseFigures> {
    const { tasks, inputs } = await this.page.evaluate(() => window.headroomProbe);
    const within = (start: number) => start >= from && start < to;
    const ours = all.filter(({ start }) => within(start));
    const times = ours.flatMap(({ cpu }) => (cpu === null ? [] : [cpu]));
    const lengths = (entries: ReadonlyArray<readonly [start: number, length: number]>) =>
      entries.filter(([start]) => within(start)).map(([, length]) => length);
    const [long, slow] = [lengths(tasks), lengths(inputs)];
    return {
      name,
      longest: greatest(ours.map(({ wall }) => wall)),
      longestCpu: times.length > 0 ? greatest(times) : null,
      longTask: greatest(long),
      longTasks: long.length,
      slowestInput: slow.length > 0 ? greatest(slow) : null,
    };
  }
}

/** A trace may hold more tasks than a call takes arguments. */
const greatest = (lengths: readonly number[]): number => lengths.reduce((a, b) => Math.max(a, b), 0);

/** Runs in the page. */
function landmarks() {
  const questions = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/resources/api/v1/'));
  return {
    firstRows: window.headroomProbe.firstRows ?? NaN,
    timeOrigin: performance.timeOrigin,
    firstQuestion: Math.min(...questions.map(({ startTime }) => startTime)),
  };
}

/** Runs in the page. */
const isDrawn = (): boolean =>
  document.querySelector('tbody th[scope="row"]') !== null &&
  document.querySelector('[role="progressbar"][aria-label="Reading history"]') === null;
