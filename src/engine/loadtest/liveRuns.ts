import { isOfRun } from './controllerGone';
import type { DrivenRun } from './DrivenRun';
import { summaryOf } from './historyOf';
import type { LoadTestPorts } from './LoadTestPorts';
import type { RunSummary } from './RunSummary';

/** Runs driven from here, and open ones of the log with whether their override is still in force. */
export async function liveRuns({ router, store }: Pick<LoadTestPorts, 'router' | 'store'>, own: readonly DrivenRun[], configured: boolean): Promise<readonly RunSummary[]> {
  const ours = own.filter((run) => !run.finished).map(summaryOfOwn);
  const logged = await store.runs(null);
  const open = logged.ok ? logged.value.runs.filter((run) => run.open && !ours.some((o) => o.runId === run.run)) : [];
  const others = open.map(summaryOf).filter((run) => run !== null);
  const alive = await Promise.all(others.map(async (run) => ({ ...run, alive: configured ? await isAlive(router, run) : null })));
  return [...ours, ...alive];
}

async function isAlive(router: LoadTestPorts['router'], { pool, runId }: RunSummary): Promise<boolean | null> {
  const read = await router.pool(pool, new AbortController().signal);
  return read.kind === 'done' ? (read.value.override !== null && isOfRun(read.value.override.runId, runId)) : null;
}

function summaryOfOwn(run: DrivenRun): RunSummary {
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
    alive: view.lease !== null && view.lease.remainingMs !== null,
    ours: true,
    headline: view.headline,
    version: null,
    carriedRps: view.search?.carriedRps ?? null,
    interval: null,
  };
}
