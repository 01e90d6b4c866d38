import { valueOf, type Figure } from '../base/Figure';
import { judgeService } from './judgeService';
import type { ServiceFacts } from './ServiceFacts';

export interface Breaking {
  readonly facts: ServiceFacts;
  /**
   * Growth on the plain peak up to which the service holds; above it, it is short. Negative = short already at its
   * plain peak. Unknown with its reason.
   */
  readonly breaksAbove: Figure;
}

/**
 * "+x % on every peak: who breaks?" A service breaks at the least x at which `deployed < required` for the plain peak
 * x (1 + x) under its tier's reserve and redundancy, with event factor 1 (the growth asked about *is* the event).
 * Capacity does not depend on the event factor, so that x is its headroom. First to break first, unknown last.
 * @param now epoch milliseconds
 */
export function breakingOrder(fleet: readonly ServiceFacts[], now: number): Breaking[] {
  return fleet
    .map((facts) => ({ facts, breaksAbove: judgeService(facts, { growth: 0, now }).headroom }))
    .sort((a, b) => {
      const [left, right] = [valueOf(a.breaksAbove) ?? Infinity, valueOf(b.breaksAbove) ?? Infinity];
      return left === right ? compareText(a.facts.service.key, b.facts.service.key) : left - right;
    });
}

const compareText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
