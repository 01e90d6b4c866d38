import { HOUR, MINUTE } from '../../../domain/base/Duration';
import { known, unknown, type Figure } from '../../../domain/base/Figure';
import { pointsOf } from '../../../domain/base/Series';
import { burstFactor } from '../../../domain/capacity/burstFactor';
import type { ProfileReadings } from '../ProfileReadings';
import { historyEvidence } from './evidence';
import { historyOf } from './historyOf';
import { hourlyPoints } from './hourlyPoints';

/** How far a minute rises above its five minutes near the daily peak; which hours are near it, hourly means tell. */
export function burstFact(readings: ProfileReadings, rowKey: string): Figure {
  const history = historyOf(readings, 'burst', rowKey);
  if (!history.known) {
    return unknown('factor', history.reason, history.next);
  }
  const series = history.rows[0]?.series ?? null;
  const hours = hourlyPoints(readings, 'hourly-demand', rowKey);
  const windows = (series ? pointsOf(series) : []).flatMap(({ at, value }) => {
    const start = at - 5 * MINUTE;
    const mean = hours.get(Math.floor(start / HOUR) * HOUR);
    return mean === undefined ? [] : [{ at: start, maxMinute: value * mean, mean }];
  });
  const burst = burstFactor(windows);
  const evidence = historyEvidence(readings.source, history.question, history.answer, series);
  return burst.known
    ? known(burst.value, 'factor', 'measured', { ...evidence, notes: [`burst: p95 of ${burst.windows} five-minute windows near the daily peak`] })
    : unknown('factor', burst.reason, burst.nextStep, evidence);
}
