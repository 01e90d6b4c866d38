import { DAY, HOUR, SECOND } from '../../domain/base/Duration';
import { intersect, subtract, totalLength, type Interval } from '../../domain/base/Intervals';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { Question } from '../../domain/promql/Question';
import { AbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { Ledger } from '../../ports/Ledger';
import type { Locks } from '../../ports/Locks';
import type { Answer, LabelledSeries, QueryFailure } from '../../ports/Metrics';
import { finalEnd, pointsOfCells, tailFreshness } from './Cells';
import { chunkSizeAfter, chunkSizeAfterRefusal, firstChunkSize } from './ChunkSize';
import { FillSpans } from './FillSpans';
import { foldRuleOf } from './FoldRule';
import { HistoryPage } from './HistoryPage';
import type { HistoryView } from './HistoryView';
import { ledgerId } from './ledgerId';
import type { MetricsDesk } from './MetricsDesk';
import { nextMove } from './NextMove';
import { nextChunk } from './nextChunk';
import type { Priority } from './QueryLayer';
import { answeredInPart, unusableAnswer } from './unusableAnswer';

export interface FillTools {
  readonly desk: MetricsDesk;
  readonly ledger: Ledger;
  readonly locks: Locks;
  readonly clock: Clock;
  /** Told how many points came from the ledger. */
  readonly fromLedger: (points: number) => void;
}

export interface FillOrder {
  readonly source: string;
  readonly question: Question;
  readonly step: number;
  /** Aligned cells, see `Cells`. */
  readonly window: TimeWindow;
  readonly priority: Priority;
}

/** Chunks in a row that may fail before the rest is left for another visit. */
const MISSES = 3;
/** Pauses before a source that is away is asked again. */
const PAUSES: readonly number[] = [2 * SECOND, 8 * SECOND];
const SAVE_EVERY = 5 * SECOND;
/** A page without any row is believed this long: the source may have been set up wrongly. */
const TRUST_EMPTY = HOUR;
/** A browser's clock may be ahead by this much before silence is taken for "no data". */
const SKEW = DAY;
const SERIES_GUESS = 20_000;
/** Before the first sample chunks are this much longer, and still of a size the server takes should data turn up. */
const EMPTY_STRIDE = 3;

/*
 * One visit to a history:
 *   1. the kept page is shown;
 *   2. holding the question's lock (another tab may just be filling it), the page is read again;
 *   3. the newest missing span is asked for, folded in, shown; its final cells are marked as read; and so on;
 *   4. a failed chunk is made smaller, put off, skipped, or ends the visit: what stands, stands;
 *   5. the page is saved every few seconds and at the end, also when the visit is cancelled.
 */
export class HistoryFill {
  private page: HistoryPage;
  private spans: FillSpans;
  private readonly id: string;
  private readonly failures: QueryFailure[] = [];
  private slowed: QueryFailure | null = null;
  private stride = 1;
  private misses = 0;
  private pauses = 0;
  private savedAt = 0;
  private dirty = false;

  constructor(
    private readonly tools: FillTools,
    private readonly order: FillOrder,
    private readonly emit: (view: HistoryView) => void
  ) {
    this.id = ledgerId(order.source, order.question);
    this.page = new HistoryPage(order.step);
    this.spans = new FillSpans(order.window);
  }

  /** Rejects with AbortError only. */
  async run(signal: AbortSignal): Promise<void> {
    await this.load();
    throwIfAborted(signal);
    this.tools.fromLedger((this.page.rowCount * totalLength(this.spans.read())) / this.order.step);
    const complete = this.next() === null;
    this.emit(this.view(complete));
    if (!complete) {
      await this.tools.locks.hold(`headroom/${this.id}`, () => this.fill(signal), signal);
    }
  }

  private async load(): Promise<void> {
    const { ledger, clock } = this.tools;
    const { step, window } = this.order;
    const kept = await ledger.get(this.id);
    const now = clock.now();
    this.page = kept && kept.step === step ? HistoryPage.from(kept) : new HistoryPage(step);
    if (kept && this.page.rowCount === 0 && now - kept.savedAt > TRUST_EMPTY) {
      this.page.read = [];
    }
    this.page.cover([window.from, window.to]);
    this.savedAt = now;
    this.spans = new FillSpans(window);
    this.spans.setFinal(this.page.read);
    const tailAge = now - (this.page.tailReadAt ?? -Infinity);
    if (tailAge >= 0 && tailAge < tailFreshness(step)) {
      this.spans.addFresh(this.spans.tailFrom(finalEnd(now, step)));
    }
  }

  private async fill(signal: AbortSignal): Promise<void> {
    await this.load();
    try {
      for (let chunk = this.next(); chunk; chunk = this.next()) {
        throwIfAborted(signal);
        if (!(await this.ask(chunk, signal))) {
          break;
        }
      }
      this.emit(this.view(true));
    } finally {
      await this.save();
    }
  }

  /** False when the visit ends here. */
  private async ask(chunk: Interval, signal: AbortSignal): Promise<boolean> {
    const { desk, clock } = this.tools;
    const { source, question, step, priority } = this.order;
    const askedAt = clock.now();
    const errand = { source, expr: question.expr, priority };
    const outcome = await desk.range(errand, pointsOfCells(chunk, step), step, signal);
    if (!outcome.ok) {
      return this.fail(chunk, outcome.error, signal);
    }
    this.learn(chunk, outcome.value);
    const refused = unusableAnswer(outcome.value, question.expr);
    if (refused) {
      return this.fail(chunk, refused, signal);
    }
    this.take(chunk, outcome.value, askedAt);
    if (clock.now() - this.savedAt >= SAVE_EVERY) {
      await this.save();
    }
    return true;
  }

  private take(chunk: Interval, answer: Answer<readonly LabelledSeries[]>, askedAt: number): void {
    const { question, step, window } = this.order;
    this.page.fold(answer.data, foldRuleOf(question));
    const inPart = answeredInPart(answer, question.expr);
    if (inPart) {
      this.failures.push(inPart);
    } else {
      this.page.markRead(intersect([chunk], [[-Infinity, this.believable(askedAt)]]));
      this.spans.setFinal(this.page.read);
    }
    this.spans.addFresh(subtract([chunk], this.page.read));
    if (this.spans.holds(this.spans.tailFrom(finalEnd(askedAt, step)))) {
      this.page.tailReadAt = askedAt;
    }
    this.misses = 0;
    this.slowed = null;
    this.dirty = true;
    this.page.trim(window, askedAt);
    this.emit(this.view(false));
  }

  /**
   * End of the cells whose answer is final. Where nothing was seen yet, young cells are not believed to be empty: this
   * browser's clock may be ahead of the server's.
   */
  private believable(askedAt: number): number {
    const settled = finalEnd(askedAt, this.order.step);
    return Math.min(settled, Math.max(this.page.seenUntil, settled - Math.max(SKEW, this.order.step)));
  }

  private async fail(chunk: Interval, failure: QueryFailure, signal: AbortSignal): Promise<boolean> {
    const cells = (chunk[1] - chunk[0]) / this.order.step;
    const move = nextMove(failure);
    if (move === 'smaller' && cells > 1) {
      this.page.chunkCells = chunkSizeAfterRefusal(cells);
      this.stride = 1;
      this.tellSlow(failure);
      return true;
    }
    const pause = PAUSES[this.pauses];
    if (move === 'later' && pause !== undefined) {
      this.pauses++;
      await this.tools.clock.sleep(pause, signal);
      return true;
    }
    this.failures.push(failure);
    this.spans.skip(chunk);
    this.misses++;
    return (move === 'smaller' || move === 'skip') && this.misses < MISSES;
  }

  /** Halving down to what is answered may take minutes where each try takes half of one: said at the first. */
  private tellSlow(failure: QueryFailure): void {
    if (failure.kind === 'timeout' && this.slowed === null) {
      this.slowed = failure;
      this.emit(this.view(false));
    }
  }

  private learn([from, to]: Interval, { data, stats }: Answer<readonly LabelledSeries[]>): void {
    this.stride = data.length === 0 && this.page.rowCount > 0 ? EMPTY_STRIDE : 1;
    if (this.stride > 1) {
      return;
    }
    this.page.chunkCells = chunkSizeAfter(this.size(), {
      cells: (to - from) / this.order.step,
      rows: data.length,
      bytes: stats.bytes,
      milliseconds: stats.milliseconds,
      peakSamples: stats.peakSamples ?? null,
    });
  }

  private size(): number {
    return this.stride * (this.page.chunkCells ?? firstChunkSize(this.order.question.lookback, SERIES_GUESS));
  }

  private next(): Interval | null {
    return nextChunk(this.spans.toAsk(), this.order.step, this.size());
  }

  private view(done: boolean): HistoryView {
    const { question, window, step } = this.order;
    const newestCell: Interval = [Math.max(window.from, window.to - step), window.to];
    return {
      question,
      window,
      rows: this.page.rowsIn(window),
      read: this.spans.read().map(([from, to]) => ({ from, to })),
      progress: this.spans.progress(),
      done,
      failures: [...this.failures],
      slowed: done ? null : this.slowed,
      stale: this.failures.length > 0 && this.page.rowCount > 0 && !this.spans.holds([newestCell]),
      readAt: this.page.tailReadAt,
    };
  }

  private async save(): Promise<void> {
    if (this.dirty) {
      this.dirty = false;
      this.savedAt = this.tools.clock.now();
      await this.tools.ledger.put(this.id, this.page.toLedgerPage(this.savedAt));
    }
  }
}

function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) {
    throw new AbortError();
  }
}
