import { pointsOf, timeAt, type Series } from '../../domain/base/Series';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import type { FleetRow } from '../../domain/capacity/FleetRow';
import type { PeakFact } from '../../domain/capacity/ServiceFacts';
import type { Curves } from '../../engine/datasource/Curves';
import type { AthVoid } from '../../ports/AthStore';
import type { LinePoint } from './LinePoint';
import { pointsWithNow } from './pointsWithNow';
import type { Line, LineContext, ServicesHandler } from './QueryHandler';

export const peaks: ServicesHandler = {
  kind: 'services',
  title: 'Peaks',
  description: 'Greatest demand of each hour, of each UTC day, or of all known history (ATH)',
  format: 'series',
  curves: ({ peak }) => (peak === 'hour' ? ['hourly-peak'] : ['daily-peak']),
  lines: (row, curves, context) => [lineOf(row, curves, context)],
  columns: ['service', 'tier', 'owner', 'ath', 'athAt', 'peak', 'eventDemand', 'demand', 'notes', 'key', 'link'],
};

function lineOf({ facts }: FleetRow, { hourlyPeak, dailyPeak }: Curves, context: LineContext): Line {
  switch (context.query.peak) {
    case 'hour':
      return { name: 'hourly peak', unit: 'reqps', points: pointsWithNow(hourlyPeak, null, context) };
    case 'day':
      return { name: 'daily peak', unit: 'reqps', points: pointsWithNow(dailyPeak, null, context) };
    case 'ath': {
      const rising = dailyPeak && risingMaximum(dailyPeak, facts.ath, context.voids);
      return {
        name: 'ATH',
        unit: 'reqps',
        points: [...carriedIn(rising, context.range), ...pointsWithNow(rising, facts.ath.figure, context)],
      };
    }
  }
}

/**
 * What was the ATH at each time: the greatest value so far that counts, and since the ATH in force was reached, that one.
 * A day somebody declared void does not count, nor does one above the ATH in force: it waits for a second view.
 */
function risingMaximum(daily: Series, { at, figure }: PeakFact, voids: readonly AthVoid[]): Series {
  const voided = new Set(voids.map((v) => v.at));
  const most = figure.known ? figure.value : Infinity;
  let best = NaN;
  const values = daily.values.map((value, i) => {
    const day = timeAt(daily, i);
    const counted = voided.has(day) || value > most ? NaN : value;
    const inForce = figure.known && at !== null && at <= day ? figure.value : NaN;
    best = Math.max(...[best, counted, inForce].filter(Number.isFinite));
    return Number.isFinite(best) ? best : NaN;
  });
  return { ...daily, values };
}

/** An ATH holds until the next one: what it was when the range begins stands there. */
function carriedIn(series: Series | null, { from }: TimeWindow): readonly LinePoint[] {
  const before = series
    ? pointsOf(series)
        .filter(({ at }) => at < from)
        .at(-1)
    : undefined;
  return before ? [{ at: from, value: before.value }] : [];
}
