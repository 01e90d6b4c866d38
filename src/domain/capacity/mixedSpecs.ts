import { checkInstances } from './checkCapacityInputs';
import { instanceRates, type LimitName } from './instanceRates';
import type { InstanceLimits } from './InstanceLimits';
import { writeNumber as w } from './writeNumber';

/** Instances of one spec. */
export interface SpecGroup {
  readonly spec: string;
  readonly instances: number;
  readonly limits: InstanceLimits;
}

export interface MixedSpecs {
  /** Limits of the average instance: put into the capacity arithmetic as if all were alike. */
  readonly limits: InstanceLimits;
  readonly instances: number;
  /** Requests/s all of them carry, nothing kept free. */
  readonly total: number;
  /** The sum by spec, a line each. */
  readonly lines: readonly string[];
}

/**
 * Deployed instances of several specs, each with its own limits, summed by spec: n instances carry Σ nᵢ qᵢ, so the
 * average one carries Σ nᵢ qᵢ / n. It holds where traffic is shared by size; with equal shares the smallest spec
 * fills first, which skew does not show.
 * @param groups at least one with an instance
 * @throws RangeError naming a bad count or limit, or when there is no instance
 */
export function mixedSpecs(groups: readonly SpecGroup[]): MixedSpecs {
  const rows = groups.map((group) => {
    checkInstances(group.instances);
    const tightest = instanceRates(group.limits)[0];
    return { ...group, rate: tightest.rate, limit: tightest.limit, sum: group.instances * tightest.rate };
  });
  const instances = rows.reduce((n, row) => n + row.instances, 0);
  if (instances === 0) {
    throw new RangeError('invalid specs: no instance in any of them');
  }
  const total = rows.reduce((sum, row) => sum + row.sum, 0);
  return {
    limits: { benchmark: total / instances },
    instances,
    total,
    lines: [
      ...rows.map((row) => `${row.spec}: ${row.instances} × ${w(row.rate)} (${by(row.limit)}) = ${w(row.sum)}`),
      `average instance = ${w(total)} / ${instances} = ${w(total / instances)}`,
    ],
  };
}

const by = (limit: LimitName): string => (limit === 'benchmark' ? 'benchmark' : `by ${limit}`);
