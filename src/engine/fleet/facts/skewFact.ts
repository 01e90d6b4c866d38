import { known, unknown, type Figure } from '../../../domain/base/Figure';
import { skewOf } from '../../../domain/capacity/skewOf';
import type { ProfileReadings } from '../ProfileReadings';
import { historyEvidence } from './evidence';
import { historyOf } from './historyOf';
import { hourlyPoints, hourlyVersions } from './hourlyPoints';

/** Busiest instance over the mean instance, in the busy hours of the last two weeks. */
export function skewFact(readings: ProfileReadings, rowKey: string): Figure {
  const history = historyOf(readings, 'hourly-busiest-instance', rowKey);
  if (!history.known) {
    return unknown('factor', history.reason, history.next);
  }
  const totals = hourlyPoints(readings, 'hourly-demand', rowKey);
  const counts = hourlyPoints(readings, 'hourly-instances', rowKey);
  const versions = hourlyVersions(readings, rowKey);
  const hours = [...hourlyPoints(readings, 'hourly-busiest-instance', rowKey)].flatMap(([at, busiest]) => {
    const total = totals.get(at);
    const instances = counts.get(at);
    const mixed = versions.get(at) === null;
    return total === undefined || instances === undefined ? [] : [{ at, busiest, total, instances, versions: mixed ? 2 : 1 }];
  });
  const skew = skewOf(hours);
  const evidence = historyEvidence(readings.source, history.question, history.answer, history.rows[0]?.series ?? null);
  return skew.known
    ? known(skew.value, 'factor', 'measured', { ...evidence, notes: [`skew: median of ${skew.hours} busy hours`] })
    : unknown('factor', skew.reason, skew.nextStep, evidence);
}
