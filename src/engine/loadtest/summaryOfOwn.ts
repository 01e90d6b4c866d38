import type { DrivenRun } from './DrivenRun';
import type { RunSummary } from './RunSummary';

/** A run of this page that has not ended, as a line of a list. */
export function summaryOfOwn(run: DrivenRun): RunSummary {
  const { plan, runId, by } = run.options;
  const view = run.view();
  return {
    runId,
    service: plan.service,
    pool: plan.pool,
    target: plan.target,
    by,
    startedAt: view.startedAt ?? view.now,
    endedAt: null,
    outcome: null,
    alive: view.lease.state === 'unknown' ? null : view.lease.state === 'held',
    ours: true,
    headline: view.headline,
    version: null,
    carriedRps: view.search?.carriedRps ?? null,
    interval: null,
  };
}
