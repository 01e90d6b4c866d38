import type { CapacityInputs } from './CapacityInputs';
import type { WhatIf } from './JudgeOptions';
import type { ServiceFacts } from './ServiceFacts';
import { survivalRule } from './survivalRule';
import { writeGrowth } from './writeGrowth';
import { writeNumber } from './writeNumber';

/** The margins that apply to one service, after exceptions and what-if. */
export interface PolicyInForce extends Pick<
  CapacityInputs,
  'eventFactor' | 'reserve' | 'degradedReserve' | 'survival'
> {
  /** One line for the evidence. */
  readonly text: string;
  readonly notes: readonly string[];
}

/** Policy of the tier, then what the catalogue states of the service, then what-if inputs; the last one stated wins. */
export function policyInForce(facts: ServiceFacts, whatIf: WhatIf): PolicyInForce {
  const choice = survival(facts, whatIf);
  const margins = {
    eventFactor: whatIf.eventFactor ?? facts.eventFactor ?? eventFactorOfTier(facts),
    reserve: whatIf.reserve ?? facts.policy.reserve,
    degradedReserve: whatIf.degradedReserve ?? facts.policy.degradedReserve,
    survival: choice.rule,
  };
  return { ...margins, text: describe(facts, margins), notes: choice.note === null ? [] : [choice.note] };
}

/** An ATH that was itself an event already holds the event: its factor is the smaller one. Only for the ATH. */
function eventFactorOfTier({ policy, athWasEvent }: ServiceFacts): number {
  return athWasEvent && policy.peakBasis === 'ath' ? policy.eventFactorAfterEvent : policy.eventFactor;
}

function survival(facts: ServiceFacts, whatIf: WhatIf): ReturnType<typeof survivalRule> {
  const redundancy = whatIf.redundancy ?? facts.redundancy;
  return whatIf.zones === undefined
    ? survivalRule(redundancy, facts.zones.size, facts.declaredZones)
    : survivalRule(redundancy, 0, whatIf.zones);
}

function describe(facts: ServiceFacts, margins: Omit<PolicyInForce, 'text' | 'notes'>): string {
  const rule = margins.survival;
  const survive = { zone: 'survive one zone', 'n+1': 'survive one instance (N+1)', none: 'nothing to survive' }[
    rule.kind
  ];
  return [
    `policy of ${facts.tier}: event factor ${writeNumber(margins.eventFactor)} (${writeGrowth(margins.eventFactor - 1)})`,
    `reserve ${writeNumber(margins.reserve * 100)} %`,
    `degraded reserve ${writeNumber(margins.degradedReserve * 100)} %`,
    rule.kind === 'zone' ? `${survive} of ${rule.zones}` : survive,
  ].join(', ');
}
