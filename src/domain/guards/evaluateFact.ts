import { evaluateRestart } from './evaluateRestart';
import { evaluateStale } from './evaluateStale';
import { guardProblem } from './guardProblem';
import type { GuardResult } from './GuardResult';
import type { GuardSamples, RouterFacts } from './GuardSamples';
import type { LeaseGuard, MembershipGuard, RestartGuard, ShareGuard, StaleGuard } from './GuardSpec';
import type { ShareJudgement } from './judgeShare';
import { noEvidence } from './noEvidence';
import { trailing } from './trailing';

export function evaluateFact(spec: RestartGuard | MembershipGuard | StaleGuard | ShareGuard | LeaseGuard, samples: GuardSamples, now: number): GuardResult {
  const problem = guardProblem(spec, samples.scrapeMs, now);
  if (problem !== null) {
    return noEvidence(spec, 'stop', problem);
  }
  switch (spec.kind) {
    case 'restarted':
      return evaluateRestart(spec, samples, now);
    case 'membership':
      return evaluateMembership(spec, samples.router);
    case 'stale':
      return evaluateStale(spec, samples, now);
    case 'share':
      return evaluateShare(spec, samples.shares);
    case 'lease':
      return evaluateLease(spec, samples.router);
  }
}

function evaluateMembership(spec: MembershipGuard, router: RouterFacts | null): GuardResult {
  if (router === null) {
    return noEvidence(spec, 'hold', 'the pool could not be read: its members are not known');
  }
  const gone = spec.expected.filter((id) => !router.members.includes(id));
  const added = router.members.filter((id) => !spec.expected.includes(id));
  const changes = [...gone.map((id) => `${id} is gone`), ...added.map((id) => `${id} is new`)];
  return changes.length === 0
    ? noEvidence(spec, 'pass', `the pool holds the same ${spec.expected.length} members`)
    : noEvidence(spec, 'stop', `the instance set changed: ${changes.join(', ')}`);
}

function evaluateLease(spec: LeaseGuard, router: RouterFacts | null): GuardResult {
  switch (router?.lease ?? 'unknown') {
    case 'held':
      return noEvidence(spec, 'pass', 'the lease is held');
    case 'lost':
      return noEvidence(spec, 'stop', 'the lease is lost');
    case 'unknown':
      return noEvidence(spec, 'hold', 'the pool could not be read: whether the lease is held is not known');
  }
}

function evaluateShare(spec: ShareGuard, shares: readonly ShareJudgement[]): GuardResult {
  const last = shares.at(-1);
  if (last === undefined) {
    return noEvidence(spec, 'pass', 'the step is still settling');
  }
  const wrong = trailing(shares.map((s) => s.kind === 'differs' || s.kind === 'unmeasurable'));
  const verdict = last.kind === 'above-ceiling' || wrong >= spec.confirmations ? 'stop' : last.kind === 'agrees' ? 'pass' : 'hold';
  const value = last.kind === 'unmeasurable' || last.window.kind === 'missing' ? null : last.window.share;
  const limit = last.kind === 'above-ceiling' ? last.ceiling : null;
  return { ...noEvidence(spec, verdict, describeShare(last)), value, limit, distance: value === null || limit === null ? null : (limit - value) / limit };
}

function describeShare(last: ShareJudgement): string {
  const percent = (share: number) => `${+(share * 100).toPrecision(3)} %`;
  const measured = last.kind === 'unmeasurable' || last.window.kind === 'missing' ? 'unknown' : percent(last.window.share);
  switch (last.kind) {
    case 'agrees':
      return `measured share ${measured}, as reported`;
    case 'differs':
      return `measured share ${measured}, which is not what the router reports (tolerated: ${percent(last.toleratedBy)} either way)`;
    case 'too-few-requests':
      return `too few requests to measure the share: ${last.requestsNeeded} are needed`;
    case 'unmeasurable':
      return `the share cannot be measured: ${last.reason}`;
    case 'above-ceiling':
      return `measured share ${measured} is above the ceiling of ${percent(last.ceiling)}`;
  }
}
