import { known } from '../../../domain/base/Figure';
import type { Saturation } from '../../../domain/capacity/ServiceFacts';
import type { ProfileReadings } from '../ProfileReadings';
import { nowEvidence } from './evidence';

/** Use of each resource over its own limit, fullest first; empty when no limit is known. */
export function saturationFacts(readings: ProfileReadings, key: string): readonly Saturation[] {
  const state = readings.now.get('saturation');
  if (state?.state !== 'read') {
    return [];
  }
  const evidence = nowEvidence(readings.source, state.question, state.answer);
  return (state.answer.rows.get(key) ?? [])
    .filter(({ value }) => Number.isFinite(value))
    .sort((a, b) => b.value - a.value)
    .map(({ labels, value }) => ({ resource: labels['resource'] ?? 'resource', use: known(value, 'share', 'measured', evidence) }));
}
