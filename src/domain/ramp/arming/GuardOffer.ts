import type { GuardRole, GuardSpec, GuardStrength } from '../../guards/GuardSpec';
import type { SubjectRole } from '../../guards/SubjectSamples';

/** A guard that can be evaluated. */
export interface NamedGuard {
  readonly title: string;
  readonly spec: GuardSpec;
  /** What weakens it, for a person: samples that come late, a mean of minutes. */
  readonly note?: string;
}

/** One that cannot, or shall not, be. It is told, never left out in silence. */
export interface UnarmedGuard {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  /** The operator asked for this very guard: a run without it is not the one that was planned. */
  readonly asked: boolean;
}

export type GuardOffer = NamedGuard | UnarmedGuard;

export const isArmed = (offer: GuardOffer): offer is NamedGuard => 'spec' in offer;

export const unarmed = (id: string, title: string, reason: string, asked = false): UnarmedGuard => ({ id, title, reason, asked });

export const TURNED_OFF = 'turned off in the plan';

/** On peers and dependencies every guard is a safety guard: a run must not hurt those beside it. */
export const roleOn = (on: SubjectRole): GuardRole => (on === 'target' ? 'limit' : 'safety');

export function guardOn<R extends SubjectRole>(on: R, strength: GuardStrength, id: string) {
  return { id: `${id}-${on}`, role: roleOn(on), strength, confirmations: 1, on };
}
