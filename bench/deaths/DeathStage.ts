import path from 'node:path';
import { readLivePlan } from '../../demo/live/livePlan';
import { liveTargets, type LiveInstance } from '../../demo/live/liveTargets';
import { SERVICES } from '../../demo/history/services';
import { DemoPaths } from '../../demo/demoPaths';
import { HaproxySocketRouter } from '../../keeper/routers/haproxy/HaproxySocketRouter';
import { promisedReturnMs } from '../../src/domain/ramp/rehearsal';
import { RUN_TAG, runTag } from '../../src/domain/records/runRecord';
import { DemoRouting } from '../../tests/support/DemoRouting';
import { until } from '../../tests/routers/support/until';
import { type RouterLook, ShareWatch } from '../ShareWatch';
import { type Course, PageRun } from './PageRun';
import { RunBrowser } from './RunBrowser';
import { sentTo } from './sentTo';

/** Preflight, the rehearsal of the first run, whose lease has to lapse, and the first raise. */
const RAISED_IN_MS = 200_000;
/** The demo starts its keeper again after 20 seconds. */
const WELL_IN_MS = 60_000;
const NOBODY: AbortSignal = new AbortController().signal;

/** A live run that holds a raised share, and what is needed to see the way back. */
export interface Raised {
  readonly run: PageRun;
  readonly watch: ShareWatch;
  /** The longest way back of its lease that was promised, milliseconds. */
  readonly promisedMs: number;
}

/** A running demo as a person and as HAProxy see it. */
export class DeathStage {
  readonly routing: DemoRouting;
  private readonly haproxy: HaproxySocketRouter;
  private readonly scope: string;
  private readonly instances: readonly LiveInstance[];
  private browser: RunBrowser | null = null;
  private readonly runs: string[] = [];

  /** @param url of the host, without a slash at its end. @throws Error when there is no such live service */
  constructor(
    state: string,
    readonly url: string,
    readonly service: string,
    /** Per cent of the pool. */
    readonly share: number
  ) {
    const paths = new DemoPaths(process.cwd(), path.resolve(state));
    const { ports, timeline, startedAt } = readLivePlan(paths.planFile);
    const live = liveTargets(SERVICES, timeline, startedAt, ports).find((target) => target.service.name === service);
    if (!live || live.instances.length * share <= 100) {
      throw new Error(`${service} must be a live service of the demo in ${state}, and ${share} % more than the usual part of an instance`);
    }
    this.scope = live.service.namespace;
    this.instances = live.instances;
    this.routing = new DemoRouting(paths);
    this.haproxy = new HaproxySocketRouter({ socket: paths.in('haproxy.sock') });
  }

  get about(): string {
    return `one of ${this.instances.length} instances of ${this.scope}/${this.service}, raised from ${(100 * this.baseline).toFixed(0)} to ${this.share} %`;
  }

  /** One browser for all that do not kill it. */
  async openBrowser(): Promise<RunBrowser> {
    this.browser ??= await RunBrowser.open(this.url);
    return this.browser;
  }

  /** Starts a run of this service in a new page. @param url where the page comes from */
  async start(browser: RunBrowser, course: Course, url = this.url): Promise<PageRun> {
    await until(() => this.isWell(), 'keeper and pool to be as usual', WELL_IN_MS);
    const run = await PageRun.start(await browser.newPage(), url, this.scope, this.service, course);
    this.runs.push(run.run);
    return run;
  }

  /** Starts a run that holds the share and waits until the traffic has followed, by the router's counters. */
  async raise(browser: RunBrowser, url = this.url, counters: 'router' | 'instances' = 'router'): Promise<Raised> {
    const run = await this.start(browser, { kind: 'hold', percent: this.share }, url);
    await this.untilHeld(run);
    const watch = this.watch(run.target, counters);
    if (!(await watch.isAbove((this.baseline + this.share / 100) / 2))) {
      throw new Error(`the measured share was not raised: ${(await run.ending()) ?? 'the run goes on'}`);
    }
    return { run, watch, promisedMs: await this.promise(run) };
  }

  /** Until the contract reports the run's own override, not that of its rehearsal, and HAProxy the weight of its target. */
  async untilHeld(run: PageRun): Promise<void> {
    const isHeld = async (): Promise<boolean> => {
      const ended = await run.ending();
      if (ended !== null) {
        throw new Error(`the run ended before it held anything: ${ended}`);
      }
      const [pool, moved] = await Promise.all([this.routing.pool(this.service), this.routing.moved(this.service)]);
      return pool?.override?.runId === run.run && moved?.length === 1 && moved[0] === run.target;
    };
    await until(isHeld, 'the run to take its share', RAISED_IN_MS);
  }

  /** @param counters `instances` = what the instances themselves have answered: an old worker of HAProxy counts where nobody reads */
  watch(target: string, counters: 'router' | 'instances'): ShareWatch {
    return new ShareWatch(() => this.look(counters), target, this.baseline);
  }

  /** Longest time from a death to the baseline, by the lease the page took and what the keeper says of its router. */
  async promise(run: PageRun): Promise<number> {
    const read = await this.routing.router.capabilities(NOBODY);
    if (read.kind !== 'done') {
      throw new Error('the keeper does not say what it promises');
    }
    return promisedReturnMs(run.ttlSeconds, read.value.propagationMs.max);
  }

  /** Leaves nothing raised, and none of its runs in the record. */
  async clear(): Promise<void> {
    await this.routing.router.stop(this.service, null);
    const page = await (await this.openBrowser()).newPage();
    for (const run of this.runs) {
      const list = await page.request.get(`${this.url}/api/annotations?tags=${encodeURIComponent(RUN_TAG)}&tags=${encodeURIComponent(runTag(run))}&limit=100`);
      const records = (await list.json()) as ReadonlyArray<{ readonly id: number }>;
      await Promise.all(records.map(({ id }) => page.request.delete(`${this.url}/api/annotations/${id}`)));
    }
    await this.browser?.close();
  }

  private get baseline(): number {
    return 1 / this.instances.length;
  }

  private async look(counters: 'router' | 'instances'): Promise<RouterLook | null> {
    const [read, sent] = await Promise.all([this.haproxy.read(this.service).catch(() => null), counters === 'router' ? null : sentTo(this.instances).catch(() => null)]);
    if (read === null || (counters === 'instances' && sent === null)) {
      return null;
    }
    return {
      sent: sent ?? new Map(read.members.map(({ id, counters: own }) => [id, own?.sent ?? 0])),
      overridden: read.members.some(({ weight, configured }) => weight !== configured),
    };
  }

  private async isWell(): Promise<boolean> {
    const [pool, moved] = await Promise.all([this.routing.pool(this.service), this.routing.moved(this.service)]);
    return pool !== null && pool.override === null && pool.members.every(({ serving }) => serving) && moved?.length === 0;
  }
}
