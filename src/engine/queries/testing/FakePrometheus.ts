import { HOUR, MINUTE } from '../../../domain/base/Duration';
import { err, ok, type Result } from '../../../domain/base/Result';
import type { TimeWindow } from '../../../domain/base/TimeWindow';
import { AbortError } from '../../../ports/AbortError';
import type { Clock } from '../../../ports/Clock';
import type {
  Answer,
  LabelledSeries,
  LabelledValue,
  Metrics,
  QueryFailure,
  QueryFailureKind,
} from '../../../ports/Metrics';

/** What becomes of one request. `hang`: no answer until it is cancelled. */
export type Fate = 'answer' | 'hang' | QueryFailureKind;

export interface Asked {
  readonly expr: string;
  readonly window: TimeWindow;
  readonly step: number;
  readonly at: number;
  answered: boolean;
}

/** Value of a row's sample at a moment, NaN where there is none. */
export type Samples = (row: number, at: number) => number;

const TICK = 20 * MINUTE;

/**
 * Answers `peak` (maximum of the samples in each step) and `mean` from made-up samples that exist up to the present, and
 * refuses more than `mostCells` at once.
 */
export class FakePrometheus implements Metrics {
  readonly asked: Asked[] = [];
  readonly instants: string[] = [];
  /** Asked for each request, by its number. */
  fate: (request: number) => Fate = () => 'answer';
  mostCells = Infinity;
  milliseconds = 100;
  /** Samples held at once for each cell. */
  samplesPerCell = 1_000;
  running = 0;
  mostRunning = 0;
  warnings: readonly string[] = [];

  constructor(
    private readonly clock: Clock,
    readonly rows: number,
    readonly samples: Samples
  ) {}

  /** What a read of everything at once would give. */
  direct(expr: string, { from, to }: TimeWindow, step: number): LabelledSeries[] {
    return Array.from({ length: this.rows }, (_, row) => {
      const values = Float64Array.from({ length: (to - from) / step + 1 }, (__, i) =>
        this.cell(expr, row, from + i * step, step)
      );
      return { labels: { service: `s"${row}\\` }, series: { start: from, step, values } };
    }).filter(({ series }) => series.values.some((v) => !Number.isNaN(v)));
  }

  async instant(
    _source: string,
    expr: string,
    at: number | null,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>> {
    this.instants.push(expr);
    const now = at ?? this.clock.now();
    return this.work(expr, 1, signal, () => [{ labels: { service: 's0' }, value: this.samples(0, now), at: now }]);
  }

  async range(
    _source: string,
    expr: string,
    window: TimeWindow,
    step: number,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>> {
    const cells = (window.to - window.from) / step + 1;
    const asked: Asked = { expr, window, step, at: this.clock.now(), answered: false };
    this.asked.push(asked);
    const outcome = await this.work(expr, cells, signal, () => this.direct(expr, window, step));
    asked.answered = outcome.ok;
    return outcome;
  }

  async metricNames(): Promise<Result<readonly string[], QueryFailure>> {
    return ok([]);
  }

  private async work<T>(
    expr: string,
    cells: number,
    signal: AbortSignal,
    answer: () => T
  ): Promise<Result<Answer<T>, QueryFailure>> {
    const fate = this.fate(this.asked.length + this.instants.length);
    this.running++;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    try {
      await (fate === 'hang' ? untilAborted(signal) : turnOfTheLoop());
      if (signal.aborted) {
        throw new AbortError();
      }
      const kind = fate !== 'answer' && fate !== 'hang' ? fate : cells > this.mostCells ? 'too-many-samples' : null;
      return kind
        ? err({ kind, message: kind, status: 500, expr })
        : ok({ data: answer(), stats: this.statsOf(cells) });
    } finally {
      this.running--;
    }
  }

  private statsOf(cells: number) {
    const samples = cells * this.samplesPerCell;
    return {
      milliseconds: this.milliseconds,
      bytes: cells * this.rows * 33,
      samples,
      peakSamples: samples,
      warnings: this.warnings,
    };
  }

  private cell(expr: string, row: number, end: number, step: number): number {
    const seen: number[] = [];
    for (let at = end - step + TICK; at <= Math.min(end, this.clock.now()); at += TICK) {
      const value = this.samples(row, at);
      if (!Number.isNaN(value)) {
        seen.push(value);
      }
    }
    if (seen.length === 0) {
      return NaN;
    }
    return expr === 'peak' ? Math.max(...seen) : seen.reduce((sum, v) => sum + v, 0) / seen.length;
  }
}

/** Samples that differ between rows and hours; none before `since`, none of row r while `gap(row, at)`. */
export const wavySamples =
  (since: number, gap: (row: number, at: number) => boolean = () => false): Samples =>
  (row, at) =>
    at < since || gap(row, at)
      ? NaN
      : Math.round(1000 * (2 + Math.sin(at / (7.3 * HOUR) + row) + Math.cos(at / (31 * HOUR)))) + row;

const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
