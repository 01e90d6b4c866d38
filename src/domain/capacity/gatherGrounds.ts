import { combineEvidence, type Evidence } from '../base/Evidence';
import { derive, known, type Figure } from '../base/Figure';
import type { CapacityInputs } from './CapacityInputs';
import { deployedInstances } from './deployedInstances';
import { factorOrOne } from './factorOrOne';
import type { Grounds, Missing } from './Grounds';
import type { JudgeOptions } from './JudgeOptions';
import { knownLimits, type KnownLimits } from './knownLimits';
import { policyInForce } from './policyInForce';
import type { ServiceFacts } from './ServiceFacts';
import { tierPeakBasis, type PeakBasis } from './tierPeakBasis';
import { writeGrowth } from './writeGrowth';
import { writeNumber as w } from './writeNumber';

/** Applies policy, slider and what-if inputs to the facts; no verdict yet. */
export function gatherGrounds(facts: ServiceFacts, options: JudgeOptions): Grounds {
  const whatIf = options.overrides ?? {};
  const policy = policyInForce(facts, whatIf);
  const basis = tierPeakBasis(facts);
  const peakBasis = grown(basis, options.growth);
  const burst = factorOrOne('burst', facts.burst);
  const skew = factorOrOne('skew', facts.skew);
  const deployed = deployedInstances(facts, whatIf.instances);
  const limits = knownLimits(facts, whatIf.benchmarkLow);
  const missing = whatIsMissing(peakBasis, deployed, limits);
  return {
    policy,
    basis,
    peakBasis,
    burst: burst.value,
    skew: skew.value,
    deployed,
    limits,
    missing,
    inputs:
      missing.length > 0
        ? null
        : inputsOf({ policy, peakBasis, burst: burst.value, skew: skew.value, deployed, limits }),
    censored: basis.peak.censored || (basis.peak.figure.known && basis.peak.figure.bound === 'at least'),
    evidence: combineEvidence([
      { origins: [{ kind: 'policy', text: policy.text }] },
      peakBasis.evidence,
      deployed.evidence,
      ...limits.evidence,
      ...evidenceOfKnown([facts.burst, facts.skew]),
    ]),
    notes: [...policy.notes, burst.note, skew.note].filter((n): n is string => n !== null),
  };
}

function grown(basis: PeakBasis, growth: number): Figure {
  const { figure } = basis.peak;
  if (growth === 0 || !figure.known) {
    return figure;
  }
  const more = derive(
    figure.unit,
    [figure],
    (v) => v * (1 + growth),
    (v) => [
      `${basis.name} with ${writeGrowth(growth)} = ${w(v ?? NaN)} × ${w(1 + growth)} = ${w((v ?? NaN) * (1 + growth))}`,
    ]
  );
  return more.known ? known(more.value, more.unit, more.quality, more.evidence, figure.bound) : more;
}

function whatIsMissing(peakBasis: Figure, deployed: Figure, limits: KnownLimits): Missing[] {
  const missing: Missing[] = [];
  for (const figure of [peakBasis, deployed]) {
    if (!figure.known) {
      missing.push({ reason: figure.reason, nextStep: figure.nextStep });
    }
  }
  if (peakBasis.known && peakBasis.value <= 0) {
    const nextStep = 'check that the profile reads the right request counter';
    missing.push({ reason: `the peak is ${w(peakBasis.value)}: no demand was seen`, nextStep });
  }
  if (limits.missing && Object.keys(limits.limits).length === 0) {
    missing.push({ reason: limits.missing.reason, nextStep: limits.missing.next });
  }
  return missing;
}

function inputsOf(
  from: Pick<Grounds, 'policy' | 'peakBasis' | 'burst' | 'skew' | 'deployed' | 'limits'>
): CapacityInputs | null {
  if (!from.peakBasis.known || !from.deployed.known) {
    return null;
  }
  return {
    peakBasis: from.peakBasis.value,
    burst: from.burst,
    eventFactor: from.policy.eventFactor,
    skew: from.skew,
    reserve: from.policy.reserve,
    degradedReserve: from.policy.degradedReserve,
    survival: from.policy.survival,
    limits: from.limits.limits,
    deployed: from.deployed.value,
  };
}

const evidenceOfKnown = (figures: readonly Figure[]): Evidence[] =>
  figures.filter((f) => f.known).map((f) => f.evidence);
