import { DAY } from '../base/Duration';
import type { CapacityInputs } from './CapacityInputs';
import type { ServiceFacts } from './ServiceFacts';
import { tierPeakBasis } from './tierPeakBasis';
import { writeSpan } from './writeSpan';
import { zoneBalance } from './zoneBalance';

/** History shorter than this does not hold the peaks of every weekday. */
export const YOUNG = 7 * DAY;

export interface GivingBackQuestion {
  readonly facts: ServiceFacts;
  /** Ready instances by zone; empty when that is not asked. */
  readonly zones: ReadonlyMap<string, number>;
  readonly inputs: CapacityInputs;
  readonly now: number;
}

/** Why instances beyond what the policy needs are kept all the same; null when nothing speaks for it. */
export function givingBackDoubt({ facts, zones, inputs, now }: GivingBackQuestion): string | null {
  if (facts.autoscalerUnknown !== undefined) {
    return `whether it is autoscaled ${facts.autoscalerUnknown}`;
  }
  const balance = zoneBalance(zones, inputs);
  if (balance.kind === 'fails') {
    return balance.reason;
  }
  if (facts.firstSeen === null || now - facts.firstSeen < YOUNG) {
    return facts.firstSeen === null ? 'how far its history reaches is not known' : `only ${writeSpan(now - facts.firstSeen)} of history`;
  }
  const { name, peak } = tierPeakBasis(facts);
  const { partial, stale } = peak.figure.evidence;
  if (partial) {
    return `the ${name} is partial: history is being read`;
  }
  return stale ? `the ${name} is stale` : null;
}
