import type { Redundancy } from '../catalogue/TierPolicy';
import type { SurvivalRule } from './CapacityInputs';

export interface SurvivalChoice {
  readonly rule: SurvivalRule;
  /** What the person should know about the choice; null when there is nothing. */
  readonly note: string | null;
}

/**
 * What must be survived, from what the tier asks and what is known of zones: a zone where two or more are known
 * (labels first, else the catalogue), N+1 where they are not.
 * @param measured zones in which ready instances were seen
 * @param declared zones stated in the catalogue, or null
 */
export function survivalRule(redundancy: Redundancy, measured: number, declared: number | null): SurvivalChoice {
  switch (redundancy) {
    case 'none':
      return { rule: { kind: 'none' }, note: null };
    case 'n+1':
      return { rule: { kind: 'n+1' }, note: null };
    case 'zone':
      return zoneRule(measured, declared);
  }
}

function zoneRule(measured: number, declared: number | null): SurvivalChoice {
  if (measured >= 2) {
    return { rule: { kind: 'zone', zones: measured }, note: null };
  }
  if (declared !== null && declared >= 2) {
    const note = measured === 1 ? `${declared} zones are declared, instances were seen in one only` : null;
    return { rule: { kind: 'zone', zones: Math.floor(declared) }, note };
  }
  const note =
    measured === 1
      ? 'all instances are in one zone: losing it loses everything, judged by N+1'
      : 'zones are not known: judged by N+1 (name the zone label in the profile, or state zones in the catalogue)';
  return { rule: { kind: 'n+1' }, note };
}
