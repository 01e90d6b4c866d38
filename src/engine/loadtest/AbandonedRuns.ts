import { SECOND } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import { closedRunOf } from './closedRunOf';
import { controllerGone, isOfRun } from './controllerGone';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import type { RunLog } from '../../ports/RunStore';
import type { LoadTestPorts } from './LoadTestPorts';
import type { LoadTestProblem } from './LoadTestUseCase';
import { routingValue } from './routingValue';
import { TimedCalls } from './TimedCalls';

/** A stop must not wait for a read: without an answer by then it is sent unread. */
const READ_PATIENCE = 2 * SECOND;
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

  async stop(runId: string): Promise<Result<null, LoadTestProblem>> {
    const found = await this.ports.store.run(runId);
    const log = found.ok ? found.value : null;
    const pool = poolOf(log);
    if (log === null || pool === null) {
      return err({ kind: 'not-found', message: `Run ${runId} is not in the log. Stop its pool instead.` });
    }
    const before = await this.read(pool);
    const others = before !== null && before.override !== null && !isOfRun(before.override.runId, runId);
    // A stop restores whatever override there is: one that somebody else holds meanwhile is theirs.
    const stopped = others ? ok(null) : routingValue(await this.ports.router.stop(pool, runId));
    if (!stopped.ok) {
      return stopped;
    }
    if (!log.open) {
      return ok(null);
    }
    if (this.awaited.has(runId)) {
      return ok(null);
    }
    this.awaited.add(runId);
    if (before === null || !controllerGone(log.records, before)) {
      void this.closeWhenGone(runId, pool);
      return ok(null);
    }
    const closed = await this.close(log, others);
    this.awaited.delete(runId);
    return closed;
  }

  private async closeWhenGone(runId: string, pool: string): Promise<void> {
    for (let look = 0; look < MOST_LOOKS; look++) {
      await this.ports.clock.sleep(LOOK_AGAIN);
      const [found, state] = await Promise.all([this.ports.store.run(runId), this.read(pool)]);
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
    this.ports.log.warn('The record of a run could not be closed yet.', { run: log.run, reason: appended.problem.message });
    return err({ kind: appended.problem.kind === 'forbidden' ? 'forbidden' : 'unreachable', message: `The traffic is back, but the record could not be closed: ${appended.problem.message}` });
  }

  /** Null = no answer in time, or one that says nothing. */
  private async read(pool: string): Promise<RoutingPool | null> {
    const outcome = await this.calls.within(READ_PATIENCE, (signal) => this.ports.router.pool(pool, signal)).catch(() => null);
    return outcome?.kind === 'done' ? outcome.value : null;
  }
}

function poolOf(log: RunLog | null): string | null {
  const start = log?.records.find((r) => r.event === 'start');
  return start?.event === 'start' ? start.pool : null;
}
