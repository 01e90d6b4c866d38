import type { GuardEvidence, GuardResult } from '../guards/GuardResult';
import type { Crossed } from './Crossed';
import type { NamedGuard } from './guardSpecs';
import type { GuardReading } from './Observation';

/** A guard's result as the machine and the page use it. */
export function guardReading({ title, spec }: NamedGuard, { verdict, value, limit, reason, evidence }: GuardResult): GuardReading {
  const about = 'on' in spec ? spec.on : 'run';
  return { id: spec.id, title, about, who: evidence.subject ?? '', role: spec.role, state: verdict, value, limit, unit: spec.kind === 'saturation' ? (spec.unit ?? 'share') : UNITS[spec.kind], reason, crossed: crossedIn(evidence) };
}

function crossedIn({ slots, violating }: GuardEvidence): Crossed | null {
  const first = slots.length - violating;
  const at = violating > 0 ? slots[first]?.at : undefined;
  return at === undefined ? null : { at, clearAt: slots[first - 1]?.at ?? null };
}

const UNITS: Readonly<Record<Exclude<NamedGuard['spec']['kind'], 'saturation'>, string>> = {
  errors: 'share',
  rejects: 'share',
  cpu: 'share',
  latency: 'seconds',
  'latency-curve': 'seconds',
  hang: 'factor',
  restarted: '',
};
