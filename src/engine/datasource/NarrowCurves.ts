import { DAY, HOUR } from '../../domain/base/Duration';
import type { Series } from '../../domain/base/Series';
import { alignDown, type TimeWindow } from '../../domain/base/TimeWindow';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { ServiceRef } from '../../domain/catalogue/ServiceRef';
import type { Kpi, Question } from '../../domain/promql/Question';
import { isNoQuestion, questionFor } from '../../domain/promql/questionFor';
import { isAbortError } from '../../ports/AbortError';
import type { LabelledSeries, QueryFailure } from '../../ports/Metrics';
import type { FleetState } from '../fleet/FleetState';
import type { Notice } from '../Notice';
import { instancesOverTime } from '../service/instancesOverTime';
import { pictureStepOf } from '../service/pictureStep';
import { NO_CURVES, type CurveKind, type Curves, type CurvesRead } from './Curves';
import type { CurveDesk } from './CurveDesk';
import { fleetCurves } from './fleetCurves';
import { fleetPlaces } from './fleetPlaces';

const KPI_OF: Readonly<Record<Exclude<CurveKind, 'daily-peak'>, Kpi>> = {
  demand: 'service-demand',
  instances: 'service-instances',
  'hourly-peak': 'service-hourly-peak',
  saturation: 'service-saturation',
};

/** Curves of a few services, each asked for by itself at the step the service page uses for such a range. */
export class NarrowCurves {
  private readonly curves = new Map<string, Curves>();
  private readonly notices: Notice[] = [];
  private open = 0;

  /** @param changed called after every answer */
  constructor(
    private readonly desk: CurveDesk,
    private readonly range: TimeWindow,
    private readonly kinds: readonly CurveKind[],
    private readonly signal: AbortSignal,
    private readonly changed: () => void
  ) {}

  /** Starts what was not asked yet and tells what is known. */
  read(state: FleetState, rows: readonly FleetRow[]): CurvesRead {
    rows
      .map(({ facts }) => facts.service)
      .filter(({ key }) => !this.curves.has(key))
      .forEach((service) => this.start(state, service));
    const days = fleetCurves(
      state,
      rows,
      this.range,
      this.kinds.filter((kind) => kind === 'daily-peak')
    ).curves;
    const curves = rows.map(({ facts: { service } }): [string, Curves] => {
      const own = this.curves.get(service.key) ?? NO_CURVES;
      return [service.key, { ...own, dailyPeak: days.get(service.key)?.dailyPeak ?? null }];
    });
    return { curves: new Map(curves), notices: this.notices, done: this.open === 0 };
  }

  private start(state: FleetState, service: ServiceRef): void {
    const place = fleetPlaces(state).get(service.key);
    this.curves.set(service.key, NO_CURVES);
    for (const kind of place ? this.kinds : []) {
      if (kind === 'daily-peak' || !place) {
        continue;
      }
      const question = questionFor(KPI_OF[kind], {
        ...place.readings.source.context,
        service,
        step: pictureStepOf(this.range),
      });
      if (isNoQuestion(question)) {
        this.notices.push(cannotAsk(service, question.reason, question.next));
      } else {
        void this.ask(kind, service, question, state.settings.historyDays);
      }
    }
  }

  private async ask(
    kind: Exclude<CurveKind, 'daily-peak'>,
    service: ServiceRef,
    question: Question,
    historyDays: number
  ): Promise<void> {
    this.open++;
    const window =
      kind === 'hourly-peak' ? withinHistory(this.range, historyDays) : alignDown(this.range, question.step ?? 1);
    try {
      const answer = await this.desk.read(service.sourceUid, question, window, this.signal);
      if (answer.ok) {
        const { rows, missing } = answer.value;
        this.keep(kind, service.key, rows);
        if (missing !== null) {
          this.notices.push(inPart(service, question, missing));
        }
      } else {
        this.notices.push(failed(service, question, answer.error));
      }
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
      return;
    }
    this.open--;
    this.changed();
  }

  private keep(kind: Exclude<CurveKind, 'daily-peak'>, key: string, rows: readonly LabelledSeries[]): void {
    const before = this.curves.get(key) ?? NO_CURVES;
    switch (kind) {
      case 'demand':
        this.curves.set(key, { ...before, demand: rows[0]?.series ?? null });
        return;
      case 'instances':
        this.curves.set(key, { ...before, instances: instancesOverTime(rows) });
        return;
      case 'hourly-peak':
        this.curves.set(key, { ...before, hourlyPeak: byStart(rows[0]?.series) });
        return;
      case 'saturation':
        this.curves.set(key, {
          ...before,
          saturation: new Map(rows.map(({ labels, series }) => [labels['resource'] ?? '', series])),
        });
    }
  }
}

/** Whole hours, and no more of them than history is kept of. */
function withinHistory({ from, to }: TimeWindow, days: number): TimeWindow {
  return alignDown({ from: Math.max(from, to - days * DAY), to }, HOUR);
}

const byStart = (series: Series | undefined): Series | null =>
  series ? { ...series, start: series.start - series.step } : null;

const cannotAsk = (service: ServiceRef, reason: string, next: string): Notice => ({
  id: `narrow ${service.key} ${reason}`,
  severity: 'warning',
  title: `${service.name}: ${reason}`,
  detail: 'It cannot be drawn over time.',
  next,
});

const inPart = (service: ServiceRef, question: Question, missing: QueryFailure): Notice => ({
  id: `narrow ${service.key} ${question.kpi} in part`,
  severity: 'warning',
  title: `${service.name}: a part could not be read`,
  detail: missing.message,
  next: 'What was read stands; it may have gaps. Refresh to read again.',
  expr: missing.expr,
});

const failed = (service: ServiceRef, question: Question, failure: QueryFailure): Notice => ({
  id: `narrow ${service.key} ${question.kpi}`,
  severity: 'error',
  title: `${service.name}: could not be read`,
  detail: failure.message,
  next: 'The rest stands. Refresh to read again.',
  expr: failure.expr,
});
