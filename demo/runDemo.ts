import { mkdirSync } from 'node:fs';
import { buildPlugin } from './cli/buildPlugin';
import { ChildProcesses } from './cli/childProcesses';
import { DemoError } from './cli/demoError';
import { type DemoOptions } from './cli/demoOptions';
import { type RunningHost, startHostServer } from './cli/hostServer';
import { type Progress } from './cli/progress';
import { requireFreePorts } from './cli/requireFreePorts';
import { requirePackages } from './cli/requirePackages';
import { forgetRunningDemo, isAnyRunning, readRunningDemo } from './cli/runningDemo';
import { declareBenchmarks } from './declaredBenchmarks';
import { type DemoPaths } from './demoPaths';
import { demoPortList } from './demoPortList';
import { type DemoPorts } from './demoPorts';
import { writeContinuationState } from './history/continuationState';
import { plainServices } from './history/plainServices';
import { SERVICES } from './history/services';
import { liveTargets } from './live/liveTargets';
import { timelineFrom } from './model/timeline';
import { type PreparedHistory, prepareHistory } from './prepareHistory';
import { prometheusProcess, prometheusUrl } from './prometheus/prometheusProcess';
import { type LivePart, startContinuation, startFleet, startKeeper, startLoad } from './startLivePart';

/** Starts every part in order, and stops what was started. */
export class RunDemo {
  private readonly children: ChildProcesses;
  private readonly ports: DemoPorts;
  private host?: RunningHost;
  private starting?: Promise<string>;
  private readonly abort = new AbortController();

  constructor(
    private readonly options: DemoOptions,
    private readonly paths: DemoPaths,
    private readonly progress: Progress,
    onUnexpectedEnd: (error: DemoError) => void
  ) {
    const { port, prometheusPort, livePort } = options;
    this.ports = { web: port, prometheus: prometheusPort, live: livePort };
    this.refuseSecond();
    mkdirSync(paths.state, { recursive: true });
    this.children = new ChildProcesses(paths.logs, paths.pidFile, onUnexpectedEnd);
  }

  start(): Promise<string> {
    this.starting = this.startParts();
    return this.starting;
  }

  async stop(): Promise<void> {
    this.abort.abort();
    await this.children.stopAll();
    // A start that was under way ends by itself now; only then is it certain that nothing follows.
    await this.starting?.catch(() => undefined);
    await this.host?.stop();
    await this.children.stopAll();
    forgetRunningDemo(this.paths.pidFile);
  }

  private async startParts(): Promise<string> {
    const { progress, options } = this;
    await progress.step('Packages', requirePackages);
    await progress.step('Ports', () => this.checkPorts());
    if (options.host) {
      await progress.step('Plugin', (note) => buildPlugin(this.paths, note, this.abort.signal));
    }
    const history = await progress.step('History', (note) => prepareHistory(this.historyRequest(), note));
    const live = this.livePart(history);
    await progress.step('Services and HAProxy', () => startFleet(live));
    await progress.step('Load, keeper and Prometheus', () => this.join(live, history));
    return options.host ? progress.step('Web page', () => this.startHost()) : prometheusUrl(this.ports);
  }

  private refuseSecond(): void {
    const running = readRunningDemo(this.paths.pidFile);
    if (running && isAnyRunning(running)) {
      throw new DemoError('The demo runs already. Stop it with: npm run demo -- --stop');
    }
  }

  private checkPorts(): Promise<void> {
    const now = Date.now();
    const targets = liveTargets(SERVICES, timelineFrom(now), now, this.ports);
    return requireFreePorts(demoPortList(this.ports, targets, this.options.host));
  }

  private historyRequest(): Parameters<typeof prepareHistory>[0] {
    const services = [...SERVICES, ...plainServices(this.options.extraServices)];
    return {
      paths: this.paths,
      ports: this.ports,
      children: this.children,
      services,
      fresh: this.options.fresh,
      signal: this.abort.signal,
    };
  }

  private livePart({ timeline }: PreparedHistory): LivePart {
    const startedAt = Date.now();
    const plan = { timeline, extraServices: this.options.extraServices, ports: this.ports, startedAt };
    const targets = liveTargets(SERVICES, timeline, startedAt, this.ports);
    return { paths: this.paths, plan, targets, children: this.children };
  }

  /** The seam between history and live: load first, then the last seconds of history, then Prometheus, so that nothing is missing. */
  private async join(live: LivePart, { writer }: PreparedHistory): Promise<void> {
    await startLoad(live);
    const seam = Date.now();
    await writer.writeUntil(seam);
    writeContinuationState(this.paths.continuationFile, { at: seam, counters: writer.counters() });
    const prometheus = prometheusProcess(this.paths, this.ports, live.targets);
    await Promise.all([startContinuation(live), startKeeper(live), this.children.start(prometheus)]);
  }

  private async startHost(): Promise<string> {
    this.host = await startHostServer(this.paths, this.ports, prometheusUrl(this.ports));
    await declareBenchmarks(this.host.url, Date.now());
    return this.host.url;
  }
}
