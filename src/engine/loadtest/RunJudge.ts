import type { Judge, JudgeMetric, JudgeVerdict, JudgeWindow } from '../../domain/canary/Judge';
import { SECOND } from '../../domain/base/Duration';
import { ok, type Result } from '../../domain/base/Result';
import type { CanaryQuery } from '../../domain/canary/aca/CanaryConfig';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { StateOf } from '../../domain/ramp/RampState';
import { judgeWindowMs } from '../../domain/ramp/judgeWindowMs';
import { judgeWindow } from '../../domain/ramp/windowReading';
import { canaryWindows, queriesOf } from './canaryWindows';
import type { Telemetry } from './telemetry/Telemetry';

/** Windows of `length` before `to`, oldest first. */
export function windowsBefore(subjects: readonly SubjectSamples[], pairedWith: string | null, to: number, length: number, count: number, slow: number | null): readonly JudgeWindow[] {
  const starts = Array.from({ length: count }, (_, i) => to - (count - i) * length);
  return starts.map((from) => judgeWindow(subjects, pairedWith, from, from + length, slow)).filter((w) => w !== null);
}

/** Asks the judge at its looks, once each, over the windows of the step so far. A level that settles anew begins anew. */
export class RunJudge {
  private preRun: readonly JudgeWindow[] | null = null;
  private readPreRun: () => readonly JudgeWindow[] = () => [];
  private metrics: readonly JudgeMetric[] = [];
  private scrapeMs = 5 * SECOND;
  private readonly queries: ReadonlyMap<string, CanaryQuery>;
  /** Of which level, since when (keeper's clock), and how many windows it was asked about. */
  private asked = { level: -1, countFrom: 0, windows: 0 };

  constructor(
    private readonly judge: Judge,
    private readonly telemetry: Telemetry,
    private readonly plan: RampPlan
  ) {
    this.queries = queriesOf(plan);
  }

  /** @param preRun read when the judge first looks */
  begin(preRun: () => readonly JudgeWindow[], metrics: readonly JudgeMetric[], scrapeMs: number): void {
    this.readPreRun = preRun;
    this.preRun = null;
    this.metrics = metrics;
    this.scrapeMs = scrapeMs;
  }

  /** Null = not the time to look, or the samples could not be read. */
  async look({ level, countFrom, lastSample, run }: StateOf<'judging'> | StateOf<'confirming'>, signal: AbortSignal): Promise<JudgeVerdict | null> {
    if (level.purpose === 'climb' || level.purpose === 'bisect') {
      return null;
    }
    const length = judgeWindowMs(this.scrapeMs);
    const count = Math.floor((lastSample - countFrom) / length);
    const same = this.asked.level === level.index && this.asked.countFrom === countFrom ? this.asked.windows : 0;
    if (count <= same || !this.judge.looks.some((look) => look <= count && look > same)) {
      return null;
    }
    const now = run.last?.pool?.at ?? lastSample;
    const read = await this.telemetry.read(Math.max(now, lastSample) - countFrom + length, signal);
    if (!read.ok) {
      return null;
    }
    const measured = windowsBefore(read.value.subjects, this.plan.pairedWith, countFrom + count * length, length, count, this.plan.guards.p99Seconds);
    const windows = await this.withCanary(measured, read.value.subjects, length, signal);
    this.asked = { level: level.index, countFrom, windows: count };
    if (!windows.ok) {
      return this.unread(windows.error, count);
    }
    this.preRun ??= this.readPreRun();
    return this.judge.judge({ mode: this.plan.result, metrics: this.metrics, windows: windows.value, preRun: this.preRun, seed: level.index + 1 });
  }

  private async withCanary(windows: readonly JudgeWindow[], subjects: readonly SubjectSamples[], length: number, signal: AbortSignal): Promise<Result<readonly JudgeWindow[], string>> {
    const [first, last] = [windows[0], windows.at(-1)];
    if (this.queries.size === 0 || this.telemetry.canary === undefined || !first || !last) {
      return ok(windows);
    }
    const read = await this.telemetry.canary(this.queries, { from: Math.round(first.to), to: Math.round(last.to) }, length, signal);
    return read.ok ? ok(canaryWindows(windows, subjects, this.plan.pairedWith, read.value)) : read;
  }

  /** The data source may answer at the next look; missing data never permit. */
  private unread(problem: string, count: number): JudgeVerdict {
    const nextLook = this.judge.looks.find((look) => look > count) ?? null;
    return { judge: this.judge.name, decision: nextLook === null ? 'inconclusive' : 'continue', reason: `the canary configuration could not be asked: ${problem}`, nextLook, metrics: [], score: null };
  }
}
