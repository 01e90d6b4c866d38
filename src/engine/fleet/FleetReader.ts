import { Subscription } from 'rxjs';
import { DAY } from '../../domain/base/Duration';
import type { Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { FLEET_KPIS } from '../../domain/promql/FleetKpis';
import { fleetNowQuestions } from '../../domain/promql/fleetNowQuestions';
import type { Kpi, Question } from '../../domain/promql/Question';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import type { Answer, LabelledValue, QueryFailure } from '../../ports/Metrics';
import type { QueryLayer } from '../queries/QueryLayer';
import { answeredInPart } from '../queries/unusableAnswer';
import { contextId, type SourceContext } from '../sources/SourceContext';
import { askTogether } from './askTogether';
import type { HistoryAnswer, KpiState, NowAnswer } from './KpiState';
import type { ProfileReadings } from './ProfileReadings';
import { rowsByService } from './rowsByService';

/** Days of hourly history: enough for two of every weekday, little enough to be read at once. */
const HOURLY_DAYS = 14;

interface OpenReadings {
  readonly source: SourceContext;
  readonly now: Map<Kpi, KpiState<NowAnswer>>;
  readonly history: Map<Kpi, KpiState<HistoryAnswer>>;
  readonly secondLooks: Map<number, HistoryAnswer>;
}

/**
 * Asks the fleet questions of every context and keeps what was answered. One failing question leaves the rest standing;
 * an older answer stays, marked stale, when a newer one cannot be had.
 */
export class FleetReader {
  private readonly readings = new Map<string, OpenReadings>();
  private readonly subscriptions = new Subscription();
  private readonly stopped = new AbortController();
  private readonly asked = new Set<string>();

  /** @param changed called after every answer */
  constructor(
    private readonly layer: QueryLayer,
    contexts: readonly SourceContext[],
    private readonly historyDays: number,
    private readonly changed: () => void
  ) {
    for (const source of contexts) {
      this.readings.set(contextId(source), { source, now: unanswerable(source), history: new Map(), secondLooks: new Map() });
    }
  }

  all(): readonly ProfileReadings[] {
    return [...this.readings.values()];
  }

  stop(): void {
    this.stopped.abort();
    this.subscriptions.unsubscribe();
  }

  /** Asks every instant question once; resolves when all have answered: true when any was answered. */
  async readNow(at: number): Promise<boolean> {
    const answered = await Promise.all(
      [...this.readings.values()].flatMap((r) => fleetNowQuestions(r.source.context).map((questions) => this.readTogether(r, questions, at)))
    );
    return answered.includes(true);
  }

  /** True when something that was asked could not be read. */
  hasFailures(): boolean {
    return [...this.readings.values()].some(
      ({ now, history }) =>
        [...now.values()].some((s) => s.state === 'failed' || (s.state === 'read' && s.answer.stale)) ||
        [...history.values()].some(isFailure)
    );
  }

  /** Draws what the ledger holds and reads what is missing, in the order of need. */
  readHistory(now: number): void {
    for (const r of this.readings.values()) {
      for (const kpi of FLEET_KPIS) {
        this.readKpiHistory(r, kpi, now);
      }
    }
  }

  /** Asks again for the history that failed; what was read stands. */
  retryHistory(now: number): void {
    for (const r of this.readings.values()) {
      for (const [kpi, state] of r.history) {
        if (isFailure(state)) {
          this.readKpiHistory(r, kpi, now);
        }
      }
    }
  }

  /** Hourly means of one day: the second look a suspicious daily peak needs before it counts. */
  secondLook(source: SourceContext, dayStart: number): void {
    const r = this.readings.get(contextId(source));
    const question = questionFor('hourly-demand', source.context);
    const name = `${contextId(source)} ${dayStart}`;
    if (!r || isNoQuestion(question) || this.asked.has(name)) {
      return;
    }
    this.asked.add(name);
    this.follow(r, question, { from: dayStart, to: dayStart + DAY }, (answer) => r.secondLooks.set(dayStart, answer));
  }

  private async readTogether(r: OpenReadings, questions: readonly Question[], at: number): Promise<boolean> {
    const results = await askTogether(this.layer, r.source.sourceUid, questions, this.stopped.signal);
    questions.forEach((question, i) => {
      const result = results[i];
      if (result) {
        r.now.set(question.kpi, nowState(r.now.get(question.kpi), question, result, at));
      }
    });
    this.changed();
    return results.some((result) => result.ok);
  }

  private readKpiHistory(r: OpenReadings, kpi: Kpi, now: number): void {
    const question = questionFor(kpi, r.source.context);
    if (isNoQuestion(question)) {
      r.history.set(kpi, { state: 'none', none: question });
      return;
    }
    if (question.step === null) {
      return;
    }
    this.follow(r, question, { from: now - this.daysOf(question) * DAY, to: now }, (answer) => {
      const failure = answer.view.failures[0];
      const empty = answer.view.done && failure !== undefined && answer.rows.size === 0;
      r.history.set(kpi, empty ? { state: 'failed', question, failure } : { state: 'read', question, answer });
    });
  }

  private follow(r: OpenReadings, question: Question, window: TimeWindow, keep: (answer: HistoryAnswer) => void): void {
    this.subscriptions.add(
      this.layer.history(r.source.sourceUid, question, window, 'history').subscribe((view) => {
        keep({ rows: rowsByService(view.rows, question.join), view });
        this.changed();
      })
    );
  }

  private daysOf(question: Question): number {
    if (question.step === DAY) {
      return this.historyDays;
    }
    return question.kpi === 'burst' ? 1 : HOURLY_DAYS;
  }
}

/** The instant questions this profile has no answer to, with the reason. */
function unanswerable({ context }: SourceContext): Map<Kpi, KpiState<NowAnswer>> {
  const none = FLEET_KPIS.map((kpi) => questionFor(kpi, context)).filter(isNoQuestion);
  return new Map(none.map((n) => [n.kpi, { state: 'none', none: n }]));
}

/** An older answer stays, marked stale, when a newer one cannot be had. */
function nowState(before: KpiState<NowAnswer> | undefined, question: Question, result: Result<Answer<readonly LabelledValue[]>, QueryFailure>, at: number): KpiState<NowAnswer> {
  if (result.ok) {
    const inPart = answeredInPart(result.value, question.expr);
    return { state: 'read', question, answer: { rows: rowsByService(result.value.data, question.join), at, stale: false, ...(inPart && { inPart }) } };
  }
  return before?.state === 'read' ? { ...before, answer: { ...before.answer, stale: true, failure: result.error } } : { state: 'failed', question, failure: result.error };
}

/** A chunk of history that failed, or all of it, once the fill has given up. */
const isFailure = (s: KpiState<HistoryAnswer>): boolean =>
  s.state === 'failed' || (s.state === 'read' && s.answer.view.done && (s.answer.view.failures.length > 0 || s.answer.view.stale));
