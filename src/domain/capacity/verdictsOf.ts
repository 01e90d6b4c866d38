import { MINUTE } from '../base/Duration';
import type { Benchmark } from './Benchmark';
import type { CapacityInputs } from './CapacityInputs';
import type { Missing } from './Grounds';
import { RANK, type Verdict } from './judgeStatus';
import type { Judgement } from './Judgement';
import { requiredInstances } from './requiredInstances';
import type { ServiceFacts } from './ServiceFacts';
import { writeSpan } from './writeSpan';
import { zoneBalance } from './zoneBalance';

/** No sample of demand for longer than this makes a service stale. */
export const STALE_AFTER = 15 * MINUTE;

/** True while samples of demand keep coming. */
export const isFresh = (facts: Pick<ServiceFacts, 'lastSeen'>, now: number): boolean =>
  facts.lastSeen !== null && now - facts.lastSeen <= STALE_AFTER;

export interface VerdictQuestion {
  readonly facts: ServiceFacts;
  /** Ready instances by zone, to see how even they are; empty when that is not asked. */
  readonly zones: ReadonlyMap<string, number>;
  readonly now: number;
  /** By the limits that are known; null when the arithmetic cannot be done. */
  readonly inputs: CapacityInputs | null;
  /** What is not known, the benchmark included. */
  readonly missing: readonly Missing[];
  /** Benchmark judged by; null for a what-if number or none. */
  readonly benchmark: Benchmark | null;
  readonly idle: Judgement['idle'];
}

/** Everything that speaks for a status of this service; never empty. */
export function verdictsOf(question: VerdictQuestion): Verdict[] {
  const { facts, inputs } = question;
  const short = inputs === null ? 0 : Math.max(0, requiredInstances(inputs) - inputs.deployed);
  const verdicts = [
    ...staleVerdicts(question, short > 0),
    ...(short > 0 ? [shortVerdict(question, short)] : []),
    ...question.missing.map((m) => unknownVerdict(m.reason, m.nextStep)),
    ...doubtVerdicts(facts, question.benchmark, short > 0),
    ...zoneVerdicts(question),
  ];
  return verdicts.length > 0 ? verdicts : [goodVerdict(question)];
}

function staleVerdicts({ facts, now }: VerdictQuestion, short: boolean): Verdict[] {
  if (facts.lastSeen === null) {
    return [unknownVerdict('no demand was ever seen', 'check that the profile reads the right request counter')];
  }
  if (isFresh(facts, now)) {
    return [];
  }
  const silence = now - facts.lastSeen;
  const severity = short ? facts.policy.shortIs : 'unknown';
  return [
    { kind: 'stale', severity, rank: RANK.stale, reason: `no samples of demand: last seen ${writeSpan(silence)} ago` },
  ];
}

function shortVerdict({ facts, inputs, missing }: VerdictQuestion, short: number): Verdict {
  const bounded = missing.length > 0 ? ' at least, by the limits that are known' : '';
  const required = inputs === null ? 0 : requiredInstances(inputs);
  return {
    kind: 'short',
    severity: facts.policy.shortIs,
    rank: RANK.short,
    reason: `short by ${short}${bounded}: ${required} required, ${required - short} deployed`,
  };
}

const unknownVerdict = (reason: string, nextStep?: string): Verdict => ({
  kind: 'unknown',
  severity: 'unknown',
  rank: RANK.unknown,
  reason: nextStep === undefined ? reason : `${reason}; next: ${nextStep}`,
});

/** Benchmarks that can show a shortage but can not show that all is well. */
function doubtVerdicts(facts: ServiceFacts, benchmark: Benchmark | null, short: boolean): Verdict[] {
  if (benchmark === null || short) {
    return [];
  }
  if (benchmark.upperBoundOnly) {
    return [unknownVerdict('the benchmark is an upper bound: another resource moves first', 'run a load test')];
  }
  const guess = benchmark.origin === 'estimated' || benchmark.origin === 'passive';
  return guess && facts.tier === 'P0'
    ? [unknownVerdict('estimated only: an estimate does not clear a P0', 'run a load test or declare a benchmark')]
    : [];
}

function zoneVerdicts({ facts, zones, inputs }: VerdictQuestion): Verdict[] {
  if (inputs === null) {
    return [];
  }
  const balance = zoneBalance(zones, inputs);
  switch (balance.kind) {
    case 'even':
      return [];
    case 'uneven':
      return [{ kind: 'unbalanced', severity: 'information', rank: RANK.unbalanced, reason: balance.reason }];
    case 'fails':
      return [
        { kind: 'unbalanced', severity: facts.policy.shortIs, rank: RANK.unbalancedFails, reason: balance.reason },
      ];
  }
}

function goodVerdict({ inputs, idle }: VerdictQuestion): Verdict {
  const required = inputs === null ? 0 : requiredInstances(inputs);
  const spare = inputs === null ? 0 : inputs.deployed - required;
  if (idle !== null) {
    return {
      kind: 'idle',
      severity: 'none',
      rank: RANK.idle,
      reason: `${idle.instances} more than the ${required} required`,
    };
  }
  return { kind: 'ok', severity: 'none', rank: RANK.ok, reason: `holds: ${required} required, ${spare} spare` };
}
