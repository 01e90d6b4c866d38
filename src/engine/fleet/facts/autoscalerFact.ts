import type { Autoscaler } from '../../../domain/capacity/ServiceFacts';
import { autoscalerBound } from '../../../domain/promql/autoscalerBound';
import type { ProfileReadings } from '../ProfileReadings';

/** Autoscaler bounds of a service; null when it has none, or nobody reports them. */
export function autoscalerFact(readings: ProfileReadings, key: string): Autoscaler | null {
  const state = readings.now.get('autoscaler');
  const rows = state?.state === 'read' ? state.answer.rows.get(key) : undefined;
  if (!rows) {
    return null;
  }
  const bounds: { min: number | null; max: number | null; desired: number | null } = { min: null, max: null, desired: null };
  for (const row of rows) {
    const bound = autoscalerBound(row.labels);
    if (bound && Number.isFinite(row.value)) {
      bounds[bound] = row.value;
    }
  }
  return bounds;
}
