import type { TimeWindow } from '../../domain/base/TimeWindow';
import { err, type Result } from '../../domain/base/Result';
import { isAbortError } from '../../ports/AbortError';
import type {
  Answer,
  LabelledSeries,
  LabelledValue,
  Metrics,
  QueryFailure,
  QueryFailureKind,
} from '../../ports/Metrics';
import type { CircuitBreaker } from './CircuitBreaker';
import type { DailyBudget } from './DailyBudget';
import type { Priority } from './QueryLayer';
import type { QueryScheduler } from './QueryScheduler';
import { SharedWork } from './SharedWork';
import type { StatsCounter } from './StatsCounter';

type Outcome<T> = Result<Answer<T>, QueryFailure>;

const TOO_MANY_REQUESTS = 429;

/** Where a request is headed and how urgent it is. */
export interface Errand {
  readonly source: string;
  readonly expr: string;
  readonly priority: Priority;
}

/**
 * The one door to the Metrics port: identical requests are shared, slots handed out, unreachable sources spared, the
 * day's budget kept, everything counted. Rejects with AbortError only.
 */
export class MetricsDesk {
  private readonly instants = new SharedWork<Outcome<readonly LabelledValue[]>>();
  /** Sources whose last word was that there are too many queries: they answer, and must be spared all the same. */
  private readonly limiting = new Set<string>();
  private readonly ranges = new SharedWork<Outcome<readonly LabelledSeries[]>>();

  constructor(
    private readonly metrics: Metrics,
    private readonly scheduler: QueryScheduler,
    private readonly breaker: CircuitBreaker,
    private readonly budget: DailyBudget,
    private readonly counter: StatsCounter
  ) {}

  /** As of the server's own now. */
  instant(errand: Errand, signal: AbortSignal): Promise<Outcome<readonly LabelledValue[]>> {
    const { source, expr } = errand;
    return this.instants.join(JSON.stringify([source, expr]), signal, (shared) =>
      this.send(
        errand,
        shared,
        () => this.metrics.instant(source, expr, null, shared),
        (rows) => rows.length
      )
    );
  }

  range(
    errand: Errand,
    points: TimeWindow,
    step: number,
    signal: AbortSignal
  ): Promise<Outcome<readonly LabelledSeries[]>> {
    const { source, expr } = errand;
    return this.ranges.join(JSON.stringify([source, expr, points.from, points.to, step]), signal, (shared) =>
      this.send(errand, shared, () => this.metrics.range(source, expr, points, step, shared), pointsIn)
    );
  }

  private send<T>(
    errand: Errand,
    signal: AbortSignal,
    ask: () => Promise<Outcome<T>>,
    size: (data: T) => number
  ): Promise<Outcome<T>> {
    return this.scheduler.run(errand.priority, signal, async () => {
      const refusal = await this.refusal(errand);
      if (refusal) {
        return err(refusal);
      }
      this.counter.sent();
      const outcome = await withoutSurprise(errand, ask);
      this.record(errand, outcome, size);
      return outcome;
    });
  }

  private async refusal({ source, expr, priority }: Errand): Promise<QueryFailure | null> {
    const overBudget = await this.budget.refusal(priority);
    if (overBudget !== null) {
      return failure('budget', overBudget, expr);
    }
    const pause = this.breaker.pause(source);
    if (pause > 0) {
      const seconds = Math.ceil(pause / 1000);
      const why = this.limiting.has(source) ? 'The data source asks for fewer queries' : 'The data source does not answer';
      return failure('unavailable', `${why}; it is tried again in ${seconds} s.`, expr);
    }
    return null;
  }

  private record<T>(errand: Errand, outcome: Outcome<T>, size: (data: T) => number): void {
    if (outcome.ok || outcome.error.kind !== 'unavailable') {
      this.breaker.answered(errand.source);
    } else {
      this.breaker.unreachable(errand.source);
      if (outcome.error.status === TOO_MANY_REQUESTS) {
        this.limiting.add(errand.source);
      } else {
        this.limiting.delete(errand.source);
      }
    }
    if (outcome.ok) {
      // Where the server does not count, what it sent is the least it can have read.
      const samples = outcome.value.stats.samples ?? size(outcome.value.data);
      this.counter.answered(outcome.value.stats, samples);
      const told = this.budget.add(samples);
      this.counter.today(this.budget.spent);
      // An answer does not wait for the browser's database; other tabs' samples are learned when it has answered.
      void told.then(() => this.counter.today(this.budget.spent));
    }
  }
}

/** An adapter that throws is a bad answer for one question, not the end of the page. */
async function withoutSurprise<T>(errand: Errand, ask: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await ask();
  } catch (reason) {
    if (isAbortError(reason)) {
      throw reason;
    }
    const text = reason instanceof Error ? reason.message : String(reason);
    return err(failure('bad-answer', `The answer could not be read: ${text}`, errand.expr));
  }
}

const failure = (kind: QueryFailureKind, message: string, expr: string): QueryFailure => ({
  kind,
  message,
  status: 0,
  expr,
});

const pointsIn = (rows: readonly LabelledSeries[]): number => rows.reduce((n, row) => n + row.series.values.length, 0);
