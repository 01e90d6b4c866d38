import { HOUR, MINUTE } from '../../domain/base/Duration';
import { peakOf } from '../../domain/base/Series';
import { alignDown, type TimeWindow } from '../../domain/base/TimeWindow';
import type { Kpi, Question } from '../../domain/promql/Question';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import { SERVICE_KPIS } from '../../domain/promql/ServiceKpis';
import type { Answer, LabelledSeries, LabelledValue } from '../../ports/Metrics';
import type { QueryLayer } from '../queries/QueryLayer';
import { answeredInPart } from '../queries/unusableAnswer';
import type { ServiceAnswer, ServiceAnswers } from './ServiceAnswers';

/** Asks the questions about one service; the answers that open further questions (routes, the minute of the ATH) do so. */
export class ServiceReader implements ServiceAnswers {
  readonly series = new Map<Kpi, ServiceAnswer<LabelledSeries>>();
  readonly values = new Map<Kpi, ServiceAnswer<LabelledValue>>();
  private asked = 0;
  private answered = 0;

  /** @param changed called after every answer */
  constructor(
    private readonly layer: QueryLayer,
    private readonly source: string,
    private readonly context: QuestionContext,
    private readonly signal: AbortSignal,
    private readonly changed: () => void
  ) {}

  get progress(): { readonly asked: number; readonly answered: number } {
    return { asked: this.asked, answered: this.answered };
  }

  /** Resolves when every question has its answer. */
  async read(range: TimeWindow, history: TimeWindow): Promise<void> {
    await Promise.all(
      SERVICE_KPIS.map((kpi) => {
        switch (kpi) {
          case 'service-hourly-peak':
            return this.readPeaks(history);
          case 'api-top':
            return this.readRoutes(range);
          default:
            return this.readSeries(kpi, this.context, range);
        }
      })
    );
  }

  private async readPeaks(history: TimeWindow): Promise<void> {
    const question = this.question('service-hourly-peak', this.context);
    if (!question) {
      return;
    }
    await this.counted(async () => {
      // Kept in the ledger: hours of one service are cheap, and read once.
      await new Promise<void>((resolve, reject) => {
        const subscription = this.layer.history(this.source, question, history, 'page').subscribe({
          next: (view) => {
            const failure = view.failures[0];
            this.series.set(
              question.kpi,
              failure && view.rows.length === 0
                ? { state: 'failed', question, failure }
                : { state: 'read', question, rows: view.rows, at: view.readAt ?? view.window.to, ...(failure && { missing: failure }) }
            );
            this.changed();
          },
          error: reject,
          complete: resolve,
        });
        this.signal.addEventListener('abort', () => {
          subscription.unsubscribe();
          resolve();
        });
      });
    });
    await this.readMinute();
  }

  /** The minute of the greatest hour: one narrow question around it. */
  private async readMinute(): Promise<void> {
    const answer = this.series.get('service-hourly-peak');
    const hour = answer?.state === 'read' && answer.rows[0] ? peakOf(answer.rows[0].series) : null;
    if (hour && !this.signal.aborted) {
      await this.readSeries('service-minute-peak', this.context, { from: hour.at - HOUR - 5 * MINUTE, to: hour.at + 5 * MINUTE });
    }
  }

  private async readRoutes(range: TimeWindow): Promise<void> {
    const question = this.question('api-top', this.context);
    if (!question) {
      return;
    }
    await this.counted(async () => {
      const result = await this.layer.now(this.source, question, this.signal);
      this.values.set(
        'api-top',
        result.ok
          ? { state: 'read', question, rows: result.value.data, at: result.value.data[0]?.at ?? range.to, ...missingOf(result.value, question) }
          : { state: 'failed', question, failure: result.error }
      );
    });
    const label = this.context.profile.labels.route;
    const top = this.values.get('api-top');
    const routes = label !== undefined && top?.state === 'read' ? [...new Set(top.rows.map((row) => row.labels[label] ?? ''))] : [];
    if (routes.length > 0) {
      const context = { ...this.context, routes };
      await Promise.all([this.readSeries('api-demand', context, range), this.readSeries('api-p99', context, range)]);
    }
  }

  private async readSeries(kpi: Kpi, context: QuestionContext, range: TimeWindow): Promise<void> {
    const question = this.question(kpi, context);
    if (!question) {
      return;
    }
    await this.counted(async () => {
      const window = alignDown(range, question.step ?? MINUTE);
      const result = await this.layer.range(this.source, question, window, this.signal);
      this.series.set(
        kpi,
        result.ok
          ? { state: 'read', question, rows: result.value.data, at: window.to, ...missingOf(result.value, question) }
          : { state: 'failed', question, failure: result.error }
      );
    });
  }

  private question(kpi: Kpi, context: QuestionContext): Question | null {
    const question = questionFor(kpi, context);
    if (!isNoQuestion(question)) {
      return question;
    }
    const none = { state: 'none', none: question } as const;
    if (kpi === 'api-top') {
      this.values.set(kpi, none);
    } else {
      this.series.set(kpi, none);
    }
    this.changed();
    return null;
  }

  private async counted(work: () => Promise<void>): Promise<void> {
    this.asked++;
    await work();
    this.answered++;
    this.changed();
  }
}

function missingOf(answer: Answer<unknown>, { expr }: Question): Pick<ServiceAnswer<never> & { state: 'read' }, 'missing'> {
  const missing = answeredInPart(answer, expr);
  return missing === null ? {} : { missing };
}
