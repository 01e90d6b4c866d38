import type { SaturationGuard } from '../../guards/GuardSpec';
import { isRatio } from '../guardsProblem';
import type { ExtraGuard, RampPlan } from '../Plan';
import { extraDivisor, extraSignal } from '../Signal';
import type { GuardFacts } from './GuardFacts';
import { guardOn, unarmed, type GuardOffer } from './GuardOffer';
import { hasSamples, subjectsOn } from './sampledOn';

/** The operator's own guards on the target or on its peers. One that cannot be read is said to be asked for: the run is refused. */
export function extraGuards({ extraGuards: wanted }: RampPlan, facts: GuardFacts, on: 'target' | 'peer'): readonly GuardOffer[] {
  return wanted.flatMap((guard, i) => (isOn(guard, on) ? [extraGuard(guard, i, facts, on)] : []));
}

const isOn = ({ on }: ExtraGuard, role: 'target' | 'peer'): boolean => on === 'both' || (on === 'target') === (role === 'target');

function extraGuard(guard: ExtraGuard, index: number, facts: GuardFacts, on: 'target' | 'peer'): GuardOffer {
  const { title, limit, windowSeconds, role } = guard;
  const id = `own-${index + 1}`;
  const missing = missingOf(guard, index, facts, on);
  if (missing !== null) {
    return unarmed(id, title, missing, true);
  }
  const spec: SaturationGuard = {
    ...guardOn(on, windowSeconds === 0 ? 'hard' : 'soft', id),
    ...(on === 'target' && { role }),
    ...(windowSeconds > 0 && { windowMs: windowSeconds * 1000 }),
    kind: 'saturation',
    resource: title,
    signal: extraSignal(index),
    limit,
    ...measureOf(guard, index),
  };
  return { title, spec };
}

function measureOf({ measure }: ExtraGuard, index: number): Pick<SaturationGuard, 'measure' | 'capacity' | 'capacityGrows' | 'unit'> {
  switch (measure) {
    case 'gauge':
      return { measure: 'gauge', capacity: 1, unit: '' };
    case 'rate':
      return { measure: 'counter', capacity: 1, unit: 'a second' };
    case 'gauge-ratio':
      return { measure: 'gauge', capacity: extraDivisor(index) };
    case 'rate-ratio':
      return { measure: 'counter', capacity: extraDivisor(index), capacityGrows: true };
  }
}

/** Which sample of it is missing and where; null = none. */
function missingOf(guard: ExtraGuard, index: number, facts: GuardFacts, on: 'target' | 'peer'): string | null {
  const wanted = [[guard.metric, extraSignal(index)], ...(isRatio(guard) ? [[guard.of ?? '', extraDivisor(index)]] : [])] as const;
  const blind = wanted.map(([metric = '', signal = '']) => ({ metric, on: blindOn(facts, on, signal) })).find((one) => one.on !== null);
  return blind === undefined ? null : `there is no sample of ${blind.metric} on ${blind.on}`;
}

/** Who of a role has no sample; null = everybody has. */
function blindOn(facts: GuardFacts, on: 'target' | 'peer', signal: string): string | null {
  const all = subjectsOn(facts, on);
  const blind = all.filter(({ series }) => !hasSamples(series[signal])).map(({ subject }) => subject);
  return all.length === 0 ? `any ${on}` : blind.length === 0 ? null : blind.slice(0, 3).join(', ');
}
