import { Observable, ReplaySubject, share } from 'rxjs';
import { SECOND } from '../../domain/base/Duration';
import { err, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Question } from '../../domain/promql/Question';
import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { Ledger } from '../../ports/Ledger';
import type { Locks } from '../../ports/Locks';
import type { Answer, LabelledSeries, LabelledValue, Metrics, QueryFailure } from '../../ports/Metrics';
import { cellsOf } from './Cells';
import { CircuitBreaker } from './CircuitBreaker';
import { DailyBudget } from './DailyBudget';
import { HistoryFill, type FillOrder } from './HistoryFill';
import type { HistoryView } from './HistoryView';
import { ledgerId } from './ledgerId';
import { MetricsDesk } from './MetricsDesk';
import type { Priority, QueryLayer, QueryLayerStats } from './QueryLayer';
import { QueryScheduler } from './QueryScheduler';
import { RangeReader } from './RangeReader';
import { RecentAnswers } from './RecentAnswers';
import { StatsCounter } from './StatsCounter';

export interface QueryLayerPorts {
  readonly metrics: Metrics;
  readonly ledger: Ledger;
  readonly locks: Locks;
  readonly clock: Clock;
  /** Samples our queries may read in a day, null = no limit; asked before every query. */
  readonly dailySampleBudget: () => number | null;
}

/** How long an answer about "now" is shared. */
const NOW_LASTS = 5 * SECOND;

/** The query layer of one browser tab. Build one a page load: slots and sharing are per instance. */
export class BrowserQueryLayer implements QueryLayer {
  readonly stats: Observable<QueryLayerStats>;
  /** Ranges that are asked piece by piece by whoever needs them; they share slots, breaker and budget with everything else. */
  readonly metered: Pick<Metrics, 'range'>;
  private readonly counter = new StatsCounter();
  private readonly breaker: CircuitBreaker;
  private readonly desk: MetricsDesk;
  private readonly ranges: RangeReader;
  private readonly recent: RecentAnswers<Answer<readonly LabelledValue[]>>;
  private readonly fills = new Map<string, Observable<HistoryView>>();

  constructor(private readonly ports: QueryLayerPorts) {
    const { metrics, ledger, clock, dailySampleBudget } = ports;
    const scheduler: QueryScheduler = new QueryScheduler(() =>
      this.counter.slots(scheduler.inFlight, scheduler.waiting)
    );
    const budget = new DailyBudget(ledger, clock, dailySampleBudget);
    this.breaker = new CircuitBreaker(clock);
    this.desk = new MetricsDesk(metrics, scheduler, this.breaker, budget, this.counter);
    this.metered = {
      range: (source, expr, window, step, signal) => this.desk.range({ source, expr, priority: 'page' }, window, step, signal),
    };
    this.ranges = new RangeReader(this.desk);
    this.recent = new RecentAnswers(clock, NOW_LASTS);
    this.stats = this.counter.stats;
  }

  tryAgain(): void {
    this.breaker.tryAgain();
  }

  async now(
    source: string,
    question: Question,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>> {
    const { expr } = question;
    return this.recent.get(JSON.stringify([source, expr]), () =>
      this.desk.instant({ source, expr, priority: 'now' }, signal)
    );
  }

  async range(
    source: string,
    question: Question,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>> {
    const { step } = question;
    if (step === null) {
      return err(notARange(question));
    }
    return this.ranges.read(source, question, step, cellsOf(question, step, window, this.ports.clock.now()), signal);
  }

  history(source: string, question: Question, window: TimeWindow, priority: Priority): Observable<HistoryView> {
    return new Observable<HistoryView>((subscriber) => {
      const { step } = question;
      if (step === null) {
        subscriber.next(nothingToRead(question, window));
        subscriber.complete();
        return undefined;
      }
      const cells = cellsOf(question, step, window, this.ports.clock.now());
      return this.sharedFill({ source, question, step, window: cells, priority }).subscribe(subscriber);
    });
  }

  /** Panels and pages that ask the same at the same time watch one fill; the last to leave cancels it. */
  private sharedFill(order: FillOrder): Observable<HistoryView> {
    const key = JSON.stringify([ledgerId(order.source, order.question), order.window.from, order.window.to]);
    const running = this.fills.get(key);
    if (running) {
      return running;
    }
    const forget = () => this.fills.delete(key);
    const fill = this.fill(order, forget).pipe(share({ connector: () => new ReplaySubject(1) }));
    this.fills.set(key, fill);
    return fill;
  }

  private fill(order: FillOrder, ended: () => void): Observable<HistoryView> {
    const { ledger, locks, clock } = this.ports;
    const fromLedger = (points: number) => this.counter.takenFromLedger(points);
    return new Observable((subscriber) => {
      const controller = new AbortController();
      const tools = { desk: this.desk, ledger, locks, clock, fromLedger };
      new HistoryFill(tools, order, (view) => subscriber.next(view)).run(controller.signal).then(
        () => subscriber.complete(),
        (reason) => (isAbortError(reason) ? subscriber.complete() : subscriber.error(reason))
      );
      return () => {
        ended();
        controller.abort();
      };
    });
  }
}

const notARange = ({ expr, kpi }: Question): QueryFailure => ({
  kind: 'execution',
  message: `${kpi} is asked as of now; it has no range.`,
  status: 0,
  expr,
});

const nothingToRead = (question: Question, window: TimeWindow): HistoryView => ({
  question,
  window,
  rows: [],
  read: [],
  progress: 0,
  done: true,
  failures: [notARange(question)],
  slowed: null,
  stale: false,
  readAt: null,
});
