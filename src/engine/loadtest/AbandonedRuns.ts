import { SECOND } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import { closedRunOf } from './closedRunOf';
import { controllerGone, isOfRun } from './controllerGone';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';
import { flushWaiting } from './flushWaiting';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestProblem } from './LoadTestUseCase';
import { routingValue } from './routingValue';
import { TimedCalls } from './TimedCalls';

/** A stop must not wait for a read: without an answer by then it is sent unread. */
const READ_PATIENCE = 2 * SECOND;
/** Where only the log tells which pool to stop, it has this long. */
const LOG_PATIENCE = 10 * SECOND;
/** After a stop a controller that lives writes the end itself; until it is known to be gone the log is looked at this often, at most so many times. */
const LOOK_AGAIN = 5 * SECOND;
const MOST_LOOKS = 40;

/** Runs that this page does not drive: stops them through the contract, and closes the record of one whose controller died. */
export class AbandonedRuns {
  /** Runs whose record is being closed from here. */
  private readonly awaited = new Set<string>();
  private readonly calls: TimedCalls;

  constructor(private readonly ports: Pick<LoadTestPorts, 'router' | 'store' | 'clock' | 'identity' | 'log'>) {
    this.calls = new TimedCalls(ports.clock);
  }

  /** @param known pool of the run, where the page knows it; null = the log has to tell first */
  async stop(runId: string, known: string | null): Promise<Result<null, LoadTestProblem>> {
    const logged = this.logOf(runId, known === null ? LOG_PATIENCE : READ_PATIENCE);
    const named = known === null ? poolIn(runId, await logged) : ok(known);
    if (!named.ok) {
      return named;
    }
    const pool = named.value;
    const before = await this.read(pool);
    const others = before !== null && before.override !== null && !isOfRun(before.override.runId, runId);
    // A stop restores whatever override there is: one that somebody else holds meanwhile is theirs.
    const stopped = others ? ok(null) : routingValue(await this.ports.router.stop(pool, runId));
    if (!stopped.ok) {
      return stopped;
    }
    const log = await logged;
    if (this.awaited.has(runId) || (log.ok && (log.value === null || !log.value.open))) {
      return ok(null);
    }
    this.awaited.add(runId);
    if (!log.ok || log.value === null || before === null || !controllerGone(log.value.records, before)) {
      void this.closeWhenGone(runId, pool);
      return ok(null);
    }
    const closed = await this.close(log.value, others);
    this.awaited.delete(runId);
    return closed;
  }

  private async logOf(runId: string, patience: number): Promise<Result<RunLog | null, string>> {
    const found = await this.calls.within(patience, () => this.ports.store.run(runId));
    return found === null ? err(`no answer within ${patience / SECOND} s`) : found.ok ? found : err(found.error.message);
  }

  private async closeWhenGone(runId: string, pool: string): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      await this.ports.clock.sleep(LOOK_AGAIN);
      const [found, state] = await Promise.all([this.logOf(runId, LOG_PATIENCE), this.read(pool)]);
      const log = found.ok ? found.value : null;
      if (log !== null && !log.open) {
        break;
      }
      if (log !== null && state !== null && controllerGone(log.records, state)) {
        await this.close(log, state.override !== null);
        break;
      }
    }
    this.awaited.delete(runId);
  }

  private async close(log: RunLog, others: boolean): Promise<Result<null, LoadTestProblem>> {
    const { identity, store } = this.ports;
    const last = log.records.at(-1);
    const read = await this.read(poolOf(log) ?? '');
    const known = others ? 'no override of this run is in force; another run holds the pool' : 'no override is in force: the traffic is back';
    const detail = others ? 'its driver had gone, and another run holds the pool' : 'its driver had gone, the traffic is back';
    const at = Math.round(read?.serverTime ?? this.ports.clock.now());
    const report = closedRunOf(log.records, identity.login, known);
    const appended = await store.append({ schema: 1, run: log.run, seq: (last?.seq ?? -1) + 1, service: log.service, at, by: identity.login, event: 'closed', detail, report });
    if (appended.kind === 'stored') {
      return ok(null);
    }
    void flushWaiting(store, this.ports.clock);
    this.ports.log.warn('The record of a run could not be closed yet.', { run: log.run, reason: appended.problem.message });
    return err({ kind: appended.problem.kind === 'forbidden' ? 'forbidden' : 'unreachable', message: `The traffic is back, but the record could not be closed: ${appended.problem.message}` });
  }

  /** Null = no answer in time, or one that says nothing. */
  private async read(pool: string): Promise<RoutingPool | null> {
    const outcome = await this.calls.within(READ_PATIENCE, (signal) => this.ports.router.pool(pool, signal)).catch(() => null);
    return outcome?.kind === 'done' ? outcome.value : null;
  }
}

function poolIn(runId: string, log: Result<RunLog | null, string>): Result<string, LoadTestProblem> {
  if (!log.ok) {
    return err({ kind: 'unreachable', message: `The run log cannot be read (${log.error}), and only it tells which pool run ${runId} holds. Stop its pool at the routing endpoint.` });
  }
  const pool = poolOf(log.value);
  return pool === null ? err({ kind: 'not-found', message: `Run ${runId} is not in the log. Stop its pool instead.` }) : ok(pool);
}

function poolOf(log: RunLog | null): string | null {
  const start = log?.records.find((r) => r.event === 'start');
  return start?.event === 'start' ? start.pool : null;
}
