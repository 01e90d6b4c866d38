import { WHOLE_POOL } from '../../src/domain/routing/BasisPoints';
import { expectedBaseline } from './expectedBaseline';
import type { PoolReading } from './PoolReading';
import type { Weights } from './PoolRecord';
import type { PoolState } from './PoolState';
import { quantise, type Quantised } from './quantise';
import { refuse, type Refusal } from './Refusal';
import { servingShares } from './servingShares';
import { isChange, type WriteCall } from './WriteCall';

export interface WritePlan extends Quantised {
  readonly baseline: Weights;
  /** The members the weights were worked out against; unknown weights are taken as the baseline. */
  readonly before: PoolReading['members'];
}

/** Native weights for a call, from what the router holds; refuses a baseline nobody can explain, a step too large and a share that cannot be expressed. */
export function planWrite(state: PoolState, call: WriteCall, reading: PoolReading): WritePlan | Refusal {
  const { request } = call;
  const gone = Object.keys(request.shares).find((t) => !reading.members.some((m) => m.id === t));
  if (gone !== undefined) {
    return refuse('unknown_target', `the router has no ${state.settings.members[gone] ?? gone} any more`);
  }
  const found = expectedBaseline(state.settings.baseline, state.record.baseline, reading);
  const held = state.record.override;
  if (held === null && found.dirty.length > 0) {
    return refuse('dirty_baseline', `${found.dirty.join('; ')}; put the baseline back first`);
  }
  const before = reading.members.map((m) => ({ ...m, weight: m.weight ?? held?.weights[m.id] ?? found.baseline[m.id] ?? null }));
  const refused = idleTarget(request.shares, before) ?? tooLarge(state, call, before);
  if (refused !== null) {
    return refused;
  }
  const quantised = quantise(before, request.shares, state.line.traits.weight);
  const targets = Object.keys(request.shares);
  const baseline = held?.baseline ?? Object.fromEntries(targets.map((t) => [t, found.baseline[t] ?? 0]));
  return quantised.kind === 'refused' ? quantised : { ...quantised, baseline, before };
}

function idleTarget(shares: Readonly<Record<string, number>>, members: PoolReading['members']): Refusal | null {
  const idle = members.find((m) => (shares[m.id] ?? 0) > 0 && !m.serving);
  return idle === undefined ? null : refuse('not_representable', `${idle.id} does not serve (${idle.health}), so no weight gives it a share`);
}

function tooLarge(state: PoolState, { request }: WriteCall, members: PoolReading['members']): Refusal | null {
  const shares = servingShares(members) ?? {};
  const { largestStepBp } = state.settings.limits;
  for (const [target, bp] of Object.entries(request.shares)) {
    const from = isChange(request) ? (state.record.override?.shares[target] ?? 0) : Math.floor((shares[target] ?? 0) * WHOLE_POOL);
    if (bp - from > largestStepBp) {
      return refuse('step_too_large', `from ${from} to ${bp} basis points for ${target} is a step above ${largestStepBp}`);
    }
  }
  return null;
}
