import { DAY, HOUR } from '../../../domain/base/Duration';
import type { Evidence } from '../../../domain/base/Evidence';
import { known, unknown } from '../../../domain/base/Figure';
import { pointsOf, type Point, type Series } from '../../../domain/base/Series';
import { athOf, type Ath } from '../../../domain/capacity/athOf';
import type { AthPeak } from '../../../domain/capacity/AthPeak';
import type { PeakFact } from '../../../domain/capacity/ServiceFacts';
import { thirdHighestDailyPeak } from '../../../domain/capacity/thirdHighestDailyPeak';
import { rateWindow } from '../../../domain/promql/rateWindow';
import type { AthVoid, PublishedAth } from '../../../ports/AthStore';
import type { ProfileReadings } from '../ProfileReadings';
import { historyEvidence } from './evidence';
import { historyOf } from './historyOf';

export interface PeakFacts {
  readonly ath: PeakFact;
  readonly thirdPeak: PeakFact;
  readonly firstSeen: number | null;
  /** Starts of days whose peak is too high to count without a second look. */
  readonly pendingDays: readonly number[];
  /** The all-time high as a record, when this browser read it itself. */
  readonly local: AthPeak | null;
}

/** A censored peak and the peak while failing come out of two queries; they are the same number up to rounding. */
const SAME = 0.999;

/** All-time high and third-highest daily peak, from daily peaks read here and from what others published. */
export function peakFacts(
  readings: ProfileReadings,
  rowKey: string,
  published: readonly PublishedAth[],
  voids: readonly AthVoid[],
  now: number
): PeakFacts {
  const window = rateWindow(readings.source.context);
  const daily = dailyPeaks(readings, rowKey);
  const local = daily.days.map((_, i) => localPeak(readings, rowKey, daily.days, i, window));
  const ath = athOf({ peaks: [...local, ...published.map(fromPublished)], voids }, { window, step: DAY, oldestRetained: daily.from });
  const third = thirdHighestDailyPeak(daily.days.map(({ at, value }) => ({ at: at - DAY, value })), now);
  const firstSeen = daily.days[0] ? daily.days[0].at - DAY : null;
  return {
    ath: ath.known ? knownAth(ath, daily.evidence, window) : noPeak(daily, daily.unread ?? ath, window),
    thirdPeak: third.known
      ? { figure: known(third.value, 'reqps', 'measured', daily.evidence), at: third.at, span: DAY, window, since: firstSeen, censored: false }
      : noPeak(daily, daily.unread ?? third, window),
    firstSeen,
    pendingDays: ath.known ? ath.pending.filter((p) => p.origin === 'local').map((p) => p.at) : [],
    local: ath.known && ath.peak.origin === 'local' ? ath.peak : null,
  };
}

interface DailyPeaks {
  /** Peaks by the end of their day; empty while unread. */
  readonly days: readonly Point[];
  /** Oldest moment the data source was asked about; null while unread. */
  readonly from: number | null;
  readonly evidence: Evidence;
  /** Why there is nothing, when history itself could not be read yet. */
  readonly unread: { readonly reason: string; readonly nextStep?: string } | null;
}

function dailyPeaks(readings: ProfileReadings, rowKey: string): DailyPeaks {
  const daily = historyOf(readings, 'daily-peak', rowKey);
  if (!daily.known) {
    const unread = { reason: daily.reason, ...(daily.next !== undefined && { nextStep: daily.next }) };
    return { days: [], from: null, evidence: { origins: [] }, unread };
  }
  const series = daily.rows[0]?.series ?? null;
  return {
    days: series ? pointsOf(series) : [],
    from: daily.answer.view.window.from,
    evidence: historyEvidence(readings.source, daily.question, daily.answer, series && sinceFirst(series)),
    unread: null,
  };
}

const knownAth = ({ peak, since, notes }: Ath, evidence: Evidence, window: number): PeakFact => ({
  figure: known(peak.value, 'reqps', 'measured', { ...evidence, notes }, peak.censored ? 'at least' : undefined),
  at: peak.at,
  span: DAY,
  window,
  since,
  censored: peak.censored,
});

const noPeak = ({ evidence }: DailyPeaks, why: { readonly reason: string; readonly nextStep?: string }, window: number): PeakFact => ({
  figure: unknown('reqps', why.reason, why.nextStep, evidence),
  at: null,
  window,
  since: null,
  censored: false,
});

/** @param days daily peaks by the end of their day */
function localPeak(readings: ProfileReadings, rowKey: string, days: readonly Point[], i: number, window: number): AthPeak {
  const { at: end, value } = days[i] ?? { at: 0, value: 0 };
  const neighbours = [days[i - 1], days[i + 1]].filter((d): d is Point => d !== undefined && Math.abs(d.at - end) === DAY);
  const wider = widerLook(readings, rowKey, end - DAY);
  const second = [...neighbours.map((d) => d.value), ...(wider === null ? [] : [wider])];
  return {
    value,
    at: end - DAY,
    window,
    step: DAY,
    from: end - DAY,
    to: end,
    coverage: null,
    origin: 'local',
    source: readings.source.sourceUid,
    capacityThen: null,
    censored: isCensored(readings, rowKey, end, value),
    secondView: second.length > 0 ? Math.max(...second) : null,
  };
}

function isCensored(readings: ProfileReadings, rowKey: string, end: number, value: number): boolean {
  const failing = historyOf(readings, 'daily-peak-while-failing', rowKey);
  return failing.known && failing.rows.some(({ series }) => valueAt(series, end) >= SAME * value);
}

/** Greatest hourly mean of a day: a wider look at its peak. */
function widerLook(readings: ProfileReadings, rowKey: string, dayStart: number): number | null {
  const hourly = historyOf(readings, 'hourly-demand', rowKey);
  const rows = [...(hourly.known ? hourly.rows : []), ...(readings.secondLooks.get(dayStart)?.rows.get(rowKey) ?? [])];
  let most: number | null = null;
  for (const { series } of rows) {
    for (let hour = dayStart + HOUR; hour <= dayStart + DAY; hour += HOUR) {
      const value = valueAt(series, hour);
      if (Number.isFinite(value)) {
        most = Math.max(most ?? value, value);
      }
    }
  }
  return most;
}

const valueAt = ({ start, step, values }: Series, at: number): number => values[(at - start) / step] ?? NaN;

/** The series from its first value on, so that coverage is not held against a young service. */
function sinceFirst(series: Series): Series {
  const first = series.values.findIndex((v) => Number.isFinite(v));
  return first <= 0 ? series : { start: series.start + first * series.step, step: series.step, values: series.values.subarray(first) };
}

const fromPublished = (a: PublishedAth): AthPeak => ({
  value: a.value,
  at: a.at,
  window: a.window,
  step: a.step,
  from: a.at,
  to: a.at + a.step,
  coverage: null,
  origin: 'published',
  source: a.by,
  capacityThen: null,
  censored: a.censored,
  // Whoever published it had it confirmed.
  secondView: a.value,
});
