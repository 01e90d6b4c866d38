import type { Judge, JudgeMetric, JudgeVerdict, JudgeWindow } from '../../domain/canary/Judge';
import { SECOND } from '../../domain/base/Duration';
import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import type { RampPlan } from '../../domain/ramp/Plan';
import type { StateOf } from '../../domain/ramp/RampState';
import { judgeWindow } from '../../domain/ramp/windowReading';
import type { Telemetry } from './telemetry/Telemetry';

const LEAST_WINDOW = 20 * SECOND;

/** Length of the judge's windows: max(20 s, 2 scrapes). */
export const judgeWindowMs = (scrapeMs: number): number => Math.max(LEAST_WINDOW, 2 * scrapeMs);

/** Windows of `length` before `to`, oldest first. */
export function windowsBefore(subjects: readonly SubjectSamples[], pairedWith: string | null, to: number, length: number, count: number, slow: number | null): readonly JudgeWindow[] {
  const starts = Array.from({ length: count }, (_, i) => to - (count - i) * length);
  return starts.map((from) => judgeWindow(subjects, pairedWith, from, from + length, slow)).filter((w) => w !== null);
}

/** Asks the judge at its looks, once each, over the windows of the step so far. */
export class RunJudge {
  private preRun: readonly JudgeWindow[] | null = null;
  private readPreRun: () => readonly JudgeWindow[] = () => [];
  private metrics: readonly JudgeMetric[] = [];
  private scrapeMs = LEAST_WINDOW / 4;
  private asked = { level: -1, windows: 0 };

  constructor(
    private readonly judge: Judge,
    private readonly telemetry: Telemetry,
    private readonly plan: RampPlan
  ) {}

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
    const same = this.asked.level === level.index ? this.asked.windows : 0;
    if (count <= same || !this.judge.looks.some((look) => look <= count && look > same)) {
      return null;
    }
    const now = run.last?.pool?.at ?? lastSample;
    const read = await this.telemetry.read(Math.max(now, lastSample) - countFrom + length, signal);
    if (!read.ok) {
      return null;
    }
    this.asked = { level: level.index, windows: count };
    const windows = windowsBefore(read.value.subjects, this.plan.pairedWith, countFrom + count * length, length, count, this.plan.guards.p99Seconds);
    this.preRun ??= this.readPreRun();
    return this.judge.judge({ mode: this.plan.result, metrics: this.metrics, windows, preRun: this.preRun, seed: level.index + 1 });
  }
}
