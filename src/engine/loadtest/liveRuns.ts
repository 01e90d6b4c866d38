import { SECOND } from '../../domain/base/Duration';
import { err } from '../../domain/base/Result';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import { isOfRun } from './controllerGone';
import type { DrivenRun } from './DrivenRun';
import { summaryOf } from './historyOf';
import { listPools } from './listPools';
import type { LoadTestPorts } from './LoadTestPorts';
import type { HeldPool, RunningNow } from './RunningNow';
import type { RunSummary } from './RunSummary';
import { summaryOfOwn } from './summaryOfOwn';
import { TimedCalls } from './TimedCalls';
import { unlessAborted } from './unlessAborted';

type Asked = Pick<LoadTestPorts, 'router' | 'store' | 'clock'>;

/** A log that stays silent for longer cannot be read: what this page drives must not wait for it. */
const LOG_PATIENCE = 8 * SECOND;

/**
 * Runs driven from here, open ones of the log with whether their override is still in force, and what else the endpoint
 * says is held: a log that cannot be read, or lacks a run, must not look like nothing. Never rejects for what either does.
 */
export async function liveRuns({ router, store, clock }: Asked, own: readonly DrivenRun[], configured: boolean): Promise<RunningNow> {
  const ours = own.filter((run) => !run.finished).map(summaryOfOwn);
  const [answer, listed] = await Promise.all([new TimedCalls(clock).within(LOG_PATIENCE, () => store.runs(null)), configured ? listPools(router, null) : null]);
  const logged = answer ?? err({ message: `no answer within ${LOG_PATIENCE / SECOND} s` });
  const open = logged.ok ? logged.value.runs.filter((run) => run.open && !ours.some((o) => o.runId === run.run)) : [];
  const others = open.map(summaryOf).filter((run) => run !== null);
  const overridden = listed?.ok ? listed.value.filter((pool) => pool.overridden).map(({ id }) => id) : [];
  const pools = await readPools(router, configured ? [...others.map(({ pool }) => pool), ...overridden] : []);
  const runs = [...ours, ...others.map((run) => ({ ...run, alive: isAlive(pools.get(run.pool) ?? null, run) }))];
  const unread = overridden.filter((id) => (pools.get(id) ?? null) === null);
  const silent = listed?.ok ? (unread.length > 0 ? `pool ${unread.join(', ')} is held, by whom could not be read` : null) : (listed?.error.message ?? NOT_ASKED);
  return { runs, held: heldOf([...pools.values()], runs), problem: problemOf(logged.ok ? null : logged.error.message, silent) };
}

/** Null = could not be read just now. */
async function readPools(router: Asked['router'], ids: readonly string[]): Promise<ReadonlyMap<string, RoutingPool | null>> {
  const signal = new AbortController().signal;
  const read = [...new Set(ids)].map(async (id) => {
    const outcome = await unlessAborted(router.pool(id, signal));
    return [id, outcome?.kind === 'done' ? outcome.value : null] as const;
  });
  return new Map(await Promise.all(read));
}

const isAlive = (pool: RoutingPool | null, { runId }: RunSummary): boolean | null => (pool === null ? null : pool.override !== null && isOfRun(pool.override.runId, runId));

/** Overrides that none of the known runs accounts for. */
const heldOf = (pools: ReadonlyArray<RoutingPool | null>, runs: readonly RunSummary[]): readonly HeldPool[] =>
  pools.flatMap((pool) => {
    const override = pool?.override ?? null;
    const unknown = pool !== null && override !== null && !runs.some(({ runId }) => isOfRun(override.runId, runId));
    return unknown ? [{ pool: pool.id, service: pool.service, runId: override.runId, holder: override.holder, targets: Object.keys(override.shares) }] : [];
  });

/** Without an endpoint nobody can hold traffic through it; with a log that cannot be read that is worth saying. */
const NOT_ASKED = 'none is configured, as far as the settings of the app could be read';

function problemOf(log: string | null, endpoint: string | null): string | null {
  if (log === null) {
    return endpoint === null || endpoint === NOT_ASKED ? null : `Whether a run that is not in the log holds traffic is not known: the routing endpoint did not tell (${endpoint}).`;
  }
  return endpoint === null
    ? `The run log cannot be read (${log}): what holds traffic is told by the routing endpoint alone.`
    : `The run log cannot be read (${log}), and the routing endpoint did not tell what holds traffic (${endpoint}). A load test may be under way: stop its pool at the endpoint.`;
}
