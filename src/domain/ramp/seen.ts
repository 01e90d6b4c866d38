import type { Observation } from './Observation';
import type { RampCommand } from './RampCommand';
import type { Run } from './RampState';

/** Old by more than this many scrapes is not fresh. */
const FRESH_SCRAPES = 2;

export const isFresh = ({ evidenceAgeMs, missing }: Observation, scrapeMs: number): boolean =>
  evidenceAgeMs !== null && missing.length === 0 && evidenceAgeMs <= FRESH_SCRAPES * scrapeMs;

/** The run after a look. */
export function seen(run: Run, observation: Observation, now: number): Run {
  const { share, demand, harmed, pool } = observation;
  const lease = run.lease !== null && pool?.override?.leaseId === run.lease.leaseId ? { ...run.lease, revision: pool.revision } : run.lease;
  return {
    ...run,
    lease,
    last: observation,
    freshAt: isFresh(observation, run.facts.scrapeMs) ? now : run.freshAt,
    poolAt: pool === null ? run.poolAt : now,
    maxShare: Math.max(run.maxShare, share.share ?? 0),
    maxRps: Math.max(run.maxRps, demand.target ?? 0),
    harmed: Math.max(run.harmed, harmed),
  };
}

/** Longest wait for the answer to a renewal before another may be sent. */
const RENEW_PATIENCE = 5_000;

/** Renews on evidence, not on a timer: only when everything is fresh, newer than what was spent, and no guard has doubts. */
export function renewed(run: Run, observation: Observation, now: number): { readonly run: Run; readonly commands: readonly RampCommand[] } {
  const { evidenceAt, guards, pool } = observation;
  const waiting = run.renewSentAt !== null && now - run.renewSentAt < RENEW_PATIENCE;
  const sure = isFresh(observation, run.facts.scrapeMs) && guards.every((guard) => guard.state === 'pass' || guard.role === 'limit');
  if (run.lease === null || waiting || !sure || evidenceAt === null || evidenceAt <= run.spentEvidence || pool === null) {
    return { run, commands: [] };
  }
  return {
    run: { ...run, spentEvidence: evidenceAt, renewSentAt: now },
    commands: [{ kind: 'renew', ttlSeconds: run.facts.ttlSeconds, evidenceAt }],
  };
}
