import { known, unknown } from '../../domain/base/Figure';
import { DAY, HOUR, MINUTE } from '../../domain/base/Duration';
import { coverageOf, peakOf, pointsOf, type Series } from '../../domain/base/Series';
import type { PeakFact, ServiceFacts } from '../../domain/capacity/ServiceFacts';
import type { Kpi } from '../../domain/promql/Question';
import { minuteWindow, rateWindow } from '../../domain/promql/rateWindow';
import type { AssemblyContext } from '../fleet/AssemblyContext';
import { historyEvidence } from '../fleet/facts/evidence';
import { historyOf } from '../fleet/facts/historyOf';
import type { ProfileReadings } from '../fleet/ProfileReadings';
import { missingNotes, type ServiceAnswers } from './ServiceAnswers';
import type { LedgerEntryView, ServiceView } from './ServiceView';

/** The day's peak and the hour's are read at other steps; they are the same one up to this. */
const SAME_PEAK = 0.98;

/** Peaks of a minute, an hour, a day and all time, with the daily ones and what others published. */
export function servicePeaks(
  readings: ProfileReadings,
  rowKey: string,
  answers: ServiceAnswers,
  facts: ServiceFacts,
  context: AssemblyContext
): ServiceView['peaks'] {
  const daily = historyOf(readings, 'daily-peak', rowKey);
  const window = rateWindow(readings.source.context);
  const minute = peakOfAnswer(readings, answers, 'service-minute-peak', minuteWindow(readings.source.context) ?? MINUTE, MINUTE);
  const hour = peakOfAnswer(readings, answers, 'service-hourly-peak', window, HOUR);
  return {
    minute,
    hour,
    day: lastDay(readings, rowKey, window),
    ath: timed(facts.ath, hour, minute),
    daily: daily.known ? byStart(daily.rows[0]?.series) : null,
    ledger: ledgerOf(facts, context),
  };
}

/** The daily ledger knows the day of the ATH; the greatest hour, and its minute, tell when in that day. */
function timed(ath: PeakFact, hour: PeakFact, minute: PeakFact): PeakFact {
  if (ath.at === null || hour.at === null || !ath.figure.known || !hour.figure.known) {
    return ath;
  }
  const sameDay = hour.at >= ath.at && hour.at < ath.at + DAY;
  const same = sameDay && hour.figure.value >= SAME_PEAK * ath.figure.value;
  if (!same) {
    return ath;
  }
  return minute.at === null ? { ...ath, at: hour.at, span: HOUR } : { ...ath, at: minute.at, span: MINUTE };
}

/** @param span how exactly the time of the peak is known */
function peakOfAnswer(readings: ProfileReadings, answers: ServiceAnswers, kpi: Kpi, window: number, span: number): PeakFact {
  const answer = answers.series.get(kpi) ?? { state: 'waiting' };
  if (answer.state !== 'read') {
    const reason = { waiting: 'is being read', none: answer.state === 'none' ? answer.none.reason : '', failed: answer.state === 'failed' ? answer.failure.message : '' };
    return noPeak(reason[answer.state], answer.state === 'none' ? answer.none.next : undefined, window);
  }
  const series = answer.rows[0]?.series;
  const peak = series ? peakOf(series) : null;
  if (!series || !peak) {
    return noPeak('no samples in this span', undefined, window);
  }
  const first = pointsOf(series)[0]?.at ?? null;
  const evidence = {
    origins: [
      { kind: 'query' as const, source: readings.source.sourceUid, expr: answer.question.expr, range: { from: series.start, to: answer.at, step: series.step } },
    ],
    asOf: answer.at,
    window: { from: series.start - span, to: answer.at },
    coverage: coverageOf(series),
    ...missingNotes(answer),
  };
  return { figure: known(peak.value, 'reqps', 'measured', evidence), at: peak.at - span, span, window, since: first === null ? null : first - span, censored: false };
}

/** Greatest demand of the last full or running UTC day. */
function lastDay(readings: ProfileReadings, rowKey: string, window: number): PeakFact {
  const daily = historyOf(readings, 'daily-peak', rowKey);
  if (!daily.known) {
    return noPeak(daily.reason, daily.next, window);
  }
  const series = daily.rows[0]?.series;
  const last = series ? pointsOf(series).at(-1) : undefined;
  if (!series || !last) {
    return noPeak('no samples in the history that is kept', undefined, window);
  }
  const evidence = historyEvidence(readings.source, daily.question, daily.answer, series);
  return { figure: known(last.value, 'reqps', 'measured', evidence), at: last.at - DAY, span: DAY, window, since: last.at - DAY, censored: false };
}

/** A cell's value stands at its end; people look for a day at its start. */
const byStart = (series: Series | undefined): Series | null => (series ? { ...series, start: series.start - series.step } : null);

const noPeak = (reason: string, next: string | undefined, window: number): PeakFact => ({
  figure: unknown('reqps', reason, next),
  at: null,
  window,
  since: null,
  censored: false,
});

function ledgerOf(facts: ServiceFacts, { aths, voids }: AssemblyContext): readonly LedgerEntryView[] {
  const ofService = voids.get(facts.service.key) ?? [];
  const voided = (at: number) => {
    const word = ofService.find((v) => v.at === at);
    return word ? { by: word.by, reason: word.reason } : null;
  };
  const published = (aths.get(facts.service.key) ?? []).map(
    (a): LedgerEntryView => ({ at: a.at, value: a.value, window: a.window, censored: a.censored, origin: 'published', by: a.by, voided: voided(a.at) })
  );
  const { ath } = facts;
  const own: LedgerEntryView[] =
    ath.at !== null && ath.figure.known && !published.some((p) => p.at === ath.at)
      ? [{ at: ath.at, value: ath.figure.value, window: ath.window, censored: ath.censored, origin: 'this browser', by: null, voided: voided(ath.at) }]
      : [];
  const gone = ofService
    .filter((v) => !published.some((p) => p.at === v.at) && !own.some((o) => o.at === v.at))
    .map((v): LedgerEntryView => ({ at: v.at, value: NaN, window: ath.window, censored: false, origin: 'this browser', by: null, voided: { by: v.by, reason: v.reason } }));
  return [...own, ...published, ...gone].sort((a, b) => b.at - a.at);
}
