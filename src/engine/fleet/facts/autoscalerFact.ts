import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { autoscalerBound } from '../../../domain/promql/autoscalerBound';
import type { LabelledValue } from '../../../ports/Metrics';
import type { ProfileReadings } from '../ProfileReadings';

/** Autoscaler bounds of a service; null when it has none, or nobody reports them; with the reason when that could not be read. */
export function autoscalerFact(readings: ProfileReadings, key: string): Pick<ServiceFacts, 'autoscaler' | 'autoscalerUnknown'> {
  const state = readings.now.get('autoscaler') ?? { state: 'waiting' };
  switch (state.state) {
    case 'waiting':
      return { autoscaler: null, autoscalerUnknown: 'is being read' };
    case 'none':
      return { autoscaler: null };
    case 'failed':
      return { autoscaler: null, autoscalerUnknown: `could not be read: ${state.failure.message}` };
    case 'read': {
      const rows = state.answer.rows.get(key);
      if (rows) {
        return { autoscaler: boundsOf(rows) };
      }
      return state.answer.inPart ? { autoscaler: null, autoscalerUnknown: 'could not be read: the data source answered in part' } : { autoscaler: null };
    }
  }
}

function boundsOf(rows: readonly LabelledValue[]): ServiceFacts['autoscaler'] {
  const bounds: { min: number | null; max: number | null; desired: number | null } = { min: null, max: null, desired: null };
  for (const row of rows) {
    const bound = autoscalerBound(row.labels);
    if (bound && Number.isFinite(row.value)) {
      bounds[bound] = row.value;
    }
  }
  return bounds;
}
