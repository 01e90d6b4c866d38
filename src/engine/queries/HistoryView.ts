import type { Question } from '../../domain/promql/Question';
import type { Series } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Labels } from '../../domain/base/Labels';
import type { QueryFailure } from '../../ports/Metrics';

/** What is known so far of a history question; emitted first from the ledger, then after every chunk. */
export interface HistoryView {
  readonly question: Question;
  /**
   * Span asked for, aligned to the step: from the step before, up to the end of the last cell. Peaks include the cell
   * that is not over yet; means do not.
   */
  readonly window: TimeWindow;
  /**
   * One series per row of the answer (join and extra labels), all on the same grid: `start` is `window.from + step`, the
   * last value stands at `window.to`; the value at `t` speaks of `(t - step, t]`. Rows without any value are left out.
   */
  readonly rows: ReadonlyArray<{ readonly labels: Labels; readonly series: Series }>;
  /** Spans of the window that have been read, sorted and disjoint. */
  readonly read: readonly TimeWindow[];
  /** Share of the window that has been read, 0 to 1. */
  readonly progress: number;
  readonly done: boolean;
  /** Chunks that failed and will not be retried in this visit; the rest stands. */
  readonly failures: readonly QueryFailure[];
  /** The timeout on which the fill went over to smaller pieces; null once a piece was answered, and when done. */
  readonly slowed: QueryFailure | null;
  /** True when the newest part could not be read and older data stands. */
  readonly stale: boolean;
  /** When the newest cells were read last, epoch milliseconds; null = never. */
  readonly readAt: number | null;
}
