import type { Judgement } from '../../../domain/capacity/Judgement';
import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';
import { valueOf } from '../../../domain/base/Figure';
import type { Redundancy } from '../../../domain/catalogue/TierPolicy';
import type { WhatIfNumber } from './WhatIfField';

export interface WhatIfDefaults {
  readonly numbers: Readonly<Record<WhatIfNumber, number | null>>;
  readonly redundancy: Redundancy;
}

/** What stands in the inputs before anybody types: what the verdict was worked out with. */
export function whatIfDefaults(facts: ServiceFacts, { inputs }: Judgement): WhatIfDefaults {
  const survival = inputs?.survival;
  return {
    numbers: {
      eventFactor: inputs?.eventFactor ?? facts.eventFactor ?? facts.policy.eventFactor,
      reserve: inputs?.reserve ?? facts.policy.reserve,
      degradedReserve: inputs?.degradedReserve ?? facts.policy.degradedReserve,
      zones:
        survival?.kind === 'zone' ? survival.zones : facts.zones.size >= 2 ? facts.zones.size : facts.declaredZones,
      instances: inputs?.deployed ?? valueOf(facts.instances),
      benchmarkLow: inputs?.limits.benchmark ?? ('low' in facts.benchmark ? facts.benchmark.low : null),
    },
    redundancy: survival?.kind ?? facts.redundancy,
  };
}
