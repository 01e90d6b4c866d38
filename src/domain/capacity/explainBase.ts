import type { ArithmeticLine } from './ArithmeticLine';
import { base } from './base';
import type { CapacityInputs } from './CapacityInputs';
import { designDemand } from './designDemand';
import { instanceRates, type LimitName } from './instanceRates';
import type { InstanceLimits } from './InstanceLimits';
import { writeNumber as w } from './writeNumber';

/**
 * Instances needed at one reserve: a line for each known limit, then their greatest under `name`.
 * @param symbol how the reserve is written in formulas: `r` or `r'`
 * @throws RangeError naming a bad input
 */
export function explainBase(name: string, symbol: string, reserve: number, inputs: CapacityInputs): ArithmeticLine[] {
  const demand = designDemand(inputs);
  const needs = instanceRates(inputs.limits).map(({ limit }): ArithmeticLine => {
    const only = onlyLimit(inputs.limits, limit);
    return {
      name: `${name}: ${limit}`,
      formula: FORMULA[limit](symbol),
      substituted: substitute(limit, inputs.limits, `${w(demand)} × ${w(inputs.skew)}`, w(1 - reserve)),
      result: base(demand, reserve, { skew: inputs.skew, limits: only }),
      unit: 'instances',
    };
  });
  const greatest: ArithmeticLine = {
    name,
    formula: 'greatest of the limits',
    substituted: needs.length === 1 ? String(needs[0]?.result) : `max(${needs.map((n) => n.result).join(', ')})`,
    result: base(demand, reserve, inputs),
    unit: 'instances',
  };
  return [...needs, greatest];
}

const FORMULA: Readonly<Record<LimitName, (r: string) => string>> = {
  benchmark: (r) => `ceil(D × s / (B × (1 - ${r})))`,
  concurrency: (r) => `ceil(D × s × latency / (concurrency limit × (1 - ${r})))`,
  CPU: (r) => `ceil(D × s × CPU-seconds per request / (cores × (1 - ${r})))`,
};

function substitute(limit: LimitName, limits: InstanceLimits, demand: string, free: string): string {
  switch (limit) {
    case 'benchmark':
      return `ceil(${demand} / (${w(limits.benchmark ?? NaN)} × ${free}))`;
    case 'concurrency':
      return `ceil(${demand} × ${w(limits.concurrency?.latencySeconds ?? NaN)} / (${w(limits.concurrency?.limit ?? NaN)} × ${free}))`;
    case 'CPU':
      return `ceil(${demand} × ${w(limits.cpu?.secondsPerRequest ?? NaN)} / (${w(limits.cpu?.cores ?? NaN)} × ${free}))`;
  }
}

function onlyLimit(limits: InstanceLimits, limit: LimitName): InstanceLimits {
  switch (limit) {
    case 'benchmark':
      return { benchmark: limits.benchmark };
    case 'concurrency':
      return { concurrency: limits.concurrency };
    case 'CPU':
      return { cpu: limits.cpu };
  }
}
