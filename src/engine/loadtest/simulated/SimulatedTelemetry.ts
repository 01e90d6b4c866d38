import { ok, type Result } from '../../../domain/base/Result';
import { SIGNAL, type Signal } from '../../../domain/ramp/Signal';
import type { StepCurves } from '../../../domain/ramp/RunReport';
import type { Telemetry, TelemetryFacts, TelemetryReading } from '../telemetry/Telemetry';
import { stepFiguresOf } from '../stepFiguresOf';
import type { SimulatedWorld } from './SimulatedWorld';

const SIGNALS: ReadonlySet<Signal> = new Set([SIGNAL.requests, SIGNAL.errors, SIGNAL.cpu, SIGNAL.latencySum, SIGNAL.latencyCount, SIGNAL.startTime, SIGNAL.up, SIGNAL.sent, SIGNAL.completed]);
/** Part of the capacity that is known to be safe. */
const SAFE = 0.8;

/** Metrics of the pretended pool: the same samples a Prometheus would hold. */
export class SimulatedTelemetry implements Telemetry {
  readonly required: readonly Signal[] = [SIGNAL.requests, SIGNAL.cpu, SIGNAL.latencyCount];

  private kept: { readonly scrapes: number; readonly rangeMs: number; readonly subjects: TelemetryReading['subjects'] } | null = null;

  constructor(
    private readonly world: SimulatedWorld,
    private readonly target: string
  ) {}

  facts(): Promise<Result<TelemetryFacts, string>> {
    const { options, members } = this.world;
    const own = members.find((m) => m.id === this.target);
    return Promise.resolve(
      ok({
        signals: SIGNALS,
        buckets: true,
        scrapeMs: options.scrapeSeconds * 1000,
        scrapeTimeoutMs: 2_000,
        cores: options.workers,
        memoryBytes: null,
        version: 'simulated',
        spec: `${options.workers} workers`,
        versionsInPool: ['simulated'],
        targetStartedSeconds: own?.startedSeconds ?? null,
        targetMatches: own === undefined ? 0 : 1,
        peakTodayRps: options.poolRps,
        safeLimitRps: options.capacityRps * SAFE,
        autoscaler: null,
        alerts: [{ by: 'The simulation', known: true, alerts: [] }],
        service: null,
      })
    );
  }

  read(rangeMs: number): Promise<Result<TelemetryReading, string>> {
    this.world.sync();
    const now = this.world.now();
    const { scrapes } = this.world;
    if (this.kept?.scrapes !== scrapes || this.kept.rangeMs !== rangeMs) {
      this.kept = { scrapes, rangeMs, subjects: this.world.members.map((m) => m.samples(m.id === this.target ? 'target' : 'peer', now - rangeMs)) };
    }
    const { subjects } = this.kept;
    return Promise.resolve(ok({ subjects, now }));
  }

  async curves(steps: ReadonlyArray<{ readonly index: number; readonly from: number; readonly to: number }>): Promise<Result<readonly StepCurves[], string>> {
    const oldest = Math.min(...steps.map((s) => s.from), this.world.now());
    const read = await this.read(this.world.now() - oldest + 60_000);
    return read.ok ? ok(steps.map((step) => stepFiguresOf(step, read.value.subjects))) : read;
  }
}
