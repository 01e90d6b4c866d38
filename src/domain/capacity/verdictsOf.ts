import { MINUTE } from '../base/Duration';
import type { Benchmark } from './Benchmark';
import type { Missing } from './Grounds';
import { RANK, type Verdict } from './judgeStatus';
import type { Judgement } from './Judgement';
import { requiredInstances } from './requiredInstances';
import type { ServiceFacts } from './ServiceFacts';
import type { ShownInputs } from './shownInputs';
import { writeNumber } from './writeNumber';
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
  readonly shown: ShownInputs;
  /** What is not known, the benchmark included. */
  readonly missing: readonly Missing[];
  /** Benchmark judged by; null for a what-if number or none. */
  readonly benchmark: Benchmark | null;
  readonly idle: Judgement['idle'];
}

/** Instances missing by the limits that are known, proven or not. */
const lacking = ({ judged }: ShownInputs): number => (judged === null ? 0 : Math.max(0, requiredInstances(judged) - judged.deployed));

/** False where one instance may carry more than is known, or more instances may be there. */
const proves = ({ limitsMayBeMore, deployedMayBeMore }: ShownInputs): boolean => !limitsMayBeMore && !deployedMayBeMore;

/** Instances proven to be missing; 0 when none is. */
export const shortBy = (shown: ShownInputs): number => (proves(shown) ? lacking(shown) : 0);

/** Everything that speaks for a status of this service; never empty. */
export function verdictsOf(question: VerdictQuestion): Verdict[] {
  const { facts, shown } = question;
  const short = shortBy(shown);
  const perhaps = lacking(shown) - short;
  const verdicts = [
    ...staleVerdicts(question, short > 0),
    ...(short > 0 ? [shortVerdict(question, short)] : []),
    ...(perhaps > 0 ? [perhapsShortVerdict(question, perhaps)] : []),
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

function shortVerdict({ facts, shown: { judged } }: VerdictQuestion, short: number): Verdict {
  const bounded = judged?.limits.benchmark === undefined ? ' at least, by the limits that are known' : '';
  const required = judged === null ? 0 : requiredInstances(judged);
  return {
    kind: 'short',
    severity: facts.policy.shortIs,
    rank: RANK.short,
    reason: `short by ${short}${bounded}: ${required} required, ${required - short} deployed`,
  };
}

/** Short by figures of which the truth can be better. */
function perhapsShortVerdict({ shown, ...question }: VerdictQuestion, short: number): Verdict {
  const required = shown.judged === null ? 0 : requiredInstances(shown.judged);
  const { reason, next } = whyPerhaps({ shown, ...question });
  return unknownVerdict(`short by ${short} at most: ${required} required, ${required - short} deployed; ${reason}`, next);
}

function whyPerhaps({ facts, shown, benchmark }: VerdictQuestion): { readonly reason: string; readonly next: string } {
  if (shown.limitsMayBeMore) {
    return { reason: `an instance carries at least ${writeNumber(benchmark?.low ?? 0)} requests/s, its load test met no limit`, next: 'run a load test that finds the limit' };
  }
  const { autoscalerUnknown } = facts;
  return autoscalerUnknown === undefined
    ? { reason: 'not all instances may have been counted: the data source answered in part', next: 'read again' }
    : { reason: `whether it is autoscaled ${autoscalerUnknown}`, next: 'read again' };
}

const unknownVerdict = (reason: string, nextStep?: string): Verdict => ({
  kind: 'unknown',
  severity: 'unknown',
  rank: RANK.unknown,
  reason: nextStep === undefined ? reason : `${reason}; next: ${withinSentence(nextStep)}`,
});

/** A sentence of its own, as a part of another. */
const withinSentence = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()).replace(/\.$/, '');

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

function zoneVerdicts(question: VerdictQuestion): Verdict[] {
  const { facts, zones, shown } = question;
  if (shown.judged === null) {
    return [];
  }
  const balance = zoneBalance(zones, shown.judged);
  if (balance.kind === 'fails' && !proves(shown) && !(shown.proven !== null && !shown.deployedMayBeMore && zoneBalance(zones, shown.proven).kind === 'fails')) {
    const { reason, next } = whyPerhaps(question);
    return [unknownVerdict(`${balance.reason} at most; ${reason}`, next)];
  }
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

function goodVerdict({ shown: { judged: inputs }, idle }: VerdictQuestion): Verdict {
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
