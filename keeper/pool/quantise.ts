import { basisPointsOf, shareOf, WHOLE_POOL } from '../../src/domain/routing/BasisPoints';
import { refuse, type Refusal } from './Refusal';
import { servingShares } from './servingShares';

interface Weighted {
  readonly id: string;
  readonly weight: number | null;
  readonly serving: boolean;
}

export interface WeightUnit {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

export interface Quantised {
  readonly kind: 'quantised';
  /** Native weight of each target. */
  readonly weights: Readonly<Record<string, number>>;
  /** Share of each target that comes out, in basis points, rounded down. */
  readonly shares: Readonly<Record<string, number>>;
}

/**
 * Native weights of the targets so that each gets at most the share asked for, the others keeping theirs:
 * w_i = s_i / (1 - sum s) * sum(others), rounded down to the unit. Zero stays exactly zero; a share above zero never becomes zero.
 */
export function quantise(members: readonly Weighted[], asked: Readonly<Record<string, number>>, unit: WeightUnit): Quantised | Refusal {
  const others = members.filter((m) => m.serving && asked[m.id] === undefined).reduce((sum, m) => sum + (m.weight ?? 0), 0);
  if (others <= 0) {
    return refuse('starves_pool', 'no other member serves with a weight above zero, so the targets alone would carry the pool');
  }
  const together = Object.values(asked).reduce((sum, bp) => sum + bp, 0);
  if (together >= WHOLE_POOL) {
    return refuse('not_representable', `${together} basis points leave nothing for the others, whose weights are never touched; ask for less than ${WHOLE_POOL}`);
  }
  const weights: Record<string, number> = {};
  for (const [id, bp] of Object.entries(asked)) {
    const exact = (shareOf(bp) / (1 - shareOf(together))) * others;
    weights[id] = Math.floor(exact / unit.step + 1e-9) * unit.step;
  }
  lowerUntilWithin(members, asked, weights, unit);
  return outOfUnit(asked, weights, unit) ?? { kind: 'quantised', weights, shares: sharesWith(members, weights) };
}

/** Rounding one of two targets down lifts the other a little: take a unit off whoever is above what was asked. */
function lowerUntilWithin(members: readonly Weighted[], asked: Readonly<Record<string, number>>, weights: Record<string, number>, unit: WeightUnit): void {
  for (let turns = 0; turns < 100; turns += 1) {
    const shares = servingShares(withWeights(members, weights)) ?? {};
    const above = Object.keys(asked).filter((id) => (shares[id] ?? 0) > shareOf(asked[id] ?? 0) + 1e-12 && (weights[id] ?? 0) > 0);
    if (above.length === 0) {
      return;
    }
    above.forEach((id) => {
      weights[id] = Math.max(0, (weights[id] ?? 0) - unit.step);
    });
  }
}

function outOfUnit(asked: Readonly<Record<string, number>>, weights: Readonly<Record<string, number>>, unit: WeightUnit): Refusal | null {
  for (const [id, weight] of Object.entries(weights)) {
    const bp = asked[id] ?? 0;
    if (weight > unit.max) {
      return refuse('not_representable', `${bp} basis points for ${id} need a weight of ${weight}, above the router's greatest, ${unit.max}; configure lower base weights for the pool`);
    }
    if (weight < unit.min || (weight === 0 && bp > 0)) {
      return refuse('not_representable', `${bp} basis points for ${id} are less than the router's least weight gives; ask for more, or configure higher base weights for the pool`);
    }
  }
  return null;
}

function sharesWith(members: readonly Weighted[], weights: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const shares = servingShares(withWeights(members, weights)) ?? {};
  return Object.fromEntries(Object.keys(weights).map((id) => [id, basisPointsOf(shares[id] ?? 0)]));
}

/** The members as they would be with these weights; who does not serve is not made to. */
export const withWeights = <T extends Weighted>(members: readonly T[], weights: Readonly<Record<string, number>>): T[] =>
  members.map((m) => ({ ...m, weight: weights[m.id] ?? m.weight }));
