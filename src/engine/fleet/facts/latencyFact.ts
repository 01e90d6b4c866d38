import { known, unknown, type Figure } from '../../../domain/base/Figure';
import { median } from '../../../domain/stats/median';
import type { ProfileReadings } from '../ProfileReadings';
import { historyEvidence } from './evidence';
import { historyOf } from './historyOf';
import { hourlyPoints } from './hourlyPoints';

const NEAR_PEAK = 0.8;

/** Latency at load: median of hourly means in hours at 80 % or more of the busiest one. */
export function latencyFact(readings: ProfileReadings, rowKey: string): Figure {
  const history = historyOf(readings, 'hourly-latency', rowKey);
  if (!history.known) {
    return unknown('seconds', history.reason, history.next);
  }
  const demand = hourlyPoints(readings, 'hourly-demand', rowKey);
  const busiest = Math.max(0, ...demand.values());
  const busy = [...hourlyPoints(readings, 'hourly-latency', rowKey)].filter(([at]) => (demand.get(at) ?? 0) >= NEAR_PEAK * busiest);
  const middle = median(busy.map(([, value]) => value));
  const evidence = historyEvidence(readings.source, history.question, history.answer, history.rows[0]?.series ?? null);
  return middle === null ? unknown('seconds', 'no busy hour with latency', undefined, evidence) : known(middle, 'seconds', 'measured', evidence);
}
