import type { SurvivalRule } from './CapacityInputs';
import { checkInstances, checkSurvival } from './checkCapacityInputs';

/**
 * Instances left of `n` after the loss the tier must survive; zones are taken as even, the largest is lost.
 * @throws RangeError when n is not a whole number >= 0, or zones < 2
 */
export function survivors(n: number, rule: SurvivalRule): number {
  checkInstances(n);
  checkSurvival(rule);
  switch (rule.kind) {
    case 'zone':
      return n - Math.ceil(n / rule.zones);
    case 'n+1':
      return Math.max(0, n - 1);
    case 'none':
      return n;
  }
}
