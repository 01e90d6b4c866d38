import { BehaviorSubject, type Observable } from 'rxjs';
import type { RampCommand } from '../../domain/ramp/RampCommand';
import type { CallKind, RampEvent } from '../../domain/ramp/RampEvent';
import { step } from '../../domain/ramp/rampMachine';
import type { Observation } from '../../domain/ramp/Observation';
import type { RampPlan } from '../../domain/ramp/Plan';
import { preflight, type PreflightReport } from '../../domain/ramp/preflight';
import type { RampState } from '../../domain/ramp/RampState';
import { rehearsalStands, type RehearsalResult } from '../../domain/ramp/rehearsal';
import type { OverrideAnswer, RenewAnswer } from '../../domain/routing/answerSchema';
import type { RenewRequest } from '../../domain/routing/requestSchema';
import type { RoutingOutcome } from '../../domain/routing/RoutingOutcome';
import { isAbortError } from '../../ports/AbortError';
import { callAnswer } from './callAnswer';
import { gatherInTime } from './gatherInTime';
import type { ReadEarlierRuns } from './earlierRuns';
import type { RunPorts } from './LoadTestPorts';
import type { Observer } from './Observer';
import { RunJudge } from './RunJudge';
import { RunLogWriter } from './RunLogWriter';
import { RunTime } from './RunTime';
import { startWatching } from './startWatching';
import type { Telemetry } from './telemetry/Telemetry';
import { TimedCalls } from './TimedCalls';
import { visibleShift } from './visibleShift';

const PERIOD = 1_000;
const CALL_TIMEOUT = 8_000;
const LOOK_TIMEOUT = 4_000;
/** Raw samples of one look: 30 s for soft guards, and a few scrapes before them. */
const lookRange = (scrapeMs: number): number => 30_000 + 4 * scrapeMs;

export interface RunOptions {
  readonly plan: RampPlan;
  readonly runId: string;
  readonly by: string;
  readonly only: 'rehearsal' | 'run';
  readonly mayRun: boolean;
  readonly otherRun: string | null;
  readonly lastRehearsal: RehearsalResult | null;
  /** Absent = none is asked for. */
  readonly earlier?: ReadEarlierRuns;
}

/** Told of every event, for proofs and logs: the state before and after, and what was commanded. */
export type RunTrace = (event: RampEvent, before: RampState, after: RampState, commands: readonly RampCommand[]) => void;

/**
 * Carries out the machine's commands on the ports and feeds it what happened. One look a second: contract and raw samples
 * together; a look that is still out is not doubled. A stop goes first and aborts every other call of this run.
 */
export class RunController {
  readonly log: RunLogWriter;
  private readonly time: RunTime;
  private readonly states: BehaviorSubject<RampState>;
  private readonly judge: RunJudge;
  private observer: Observer | null = null;
  private readonly calls: TimedCalls;
  private token: string | null = null;
  private readsAsOf = false;
  private looking = false;
  private lastTick: number | null = null;
  private endTicks: (() => void) | null = null;
  private stopInFlight = false;

  constructor(
    private readonly ports: RunPorts,
    private readonly telemetry: Telemetry,
    private readonly options: RunOptions,
    private readonly trace: RunTrace = () => undefined
  ) {
    this.calls = new TimedCalls(ports.clock);
    this.time = new RunTime(ports.monotonic, ports.clock.now());
    this.states = new BehaviorSubject<RampState>({ phase: 'draft', plan: options.plan, runId: options.runId });
    this.judge = new RunJudge(ports.judgeFor(options.plan), telemetry, options.plan);
    this.log = new RunLogWriter(ports.store, ports.clock, options.plan, options.runId, options.by, () => this.time.keeperNow());
  }

  get state(): RampState {
    return this.states.value;
  }

  get telemetrySource(): Telemetry {
    return this.telemetry;
  }

  get runTime(): RunTime {
    return this.time;
  }

  /** Every state, the present one first; completes with the run. */
  watch(): Observable<RampState> {
    return this.states;
  }

  start(): void {
    this.endTicks = this.ports.ticker.every(PERIOD, () => this.tick());
    this.dispatch({ kind: 'start', by: this.options.by, only: this.options.only });
  }

  stop(by: string): void {
    this.dispatch({ kind: 'stop', by });
  }

  hold(by: string): void {
    this.dispatch({ kind: 'hold', by });
  }

  resume(by: string): void {
    this.dispatch({ kind: 'resume', by });
  }

  private tick(): void {
    const now = this.ports.monotonic();
    const late = this.lastTick === null ? 0 : now - this.lastTick - PERIOD;
    this.lastTick = now;
    if (late > PERIOD) {
      this.dispatch({ kind: 'woke-late', byMs: late });
    }
    void this.look();
  }

  private async look(): Promise<void> {
    if (this.looking || this.observer === null || this.state.phase === 'finished') {
      return;
    }
    this.looking = true;
    try {
      this.dispatch({ kind: 'observed', observation: await this.observe(this.observer) });
      await this.judgeStep();
    } catch (reason) {
      if (!isAbortError(reason)) {
        this.ports.log.warn('A look at the run failed.', { reason: String(reason) });
      }
    } finally {
      this.looking = false;
    }
  }

  private async observe(observer: Observer): Promise<Observation> {
    const startedAt = this.time.machine();
    const asked = this.time.monotonicNow();
    const { pool: id } = this.options.plan;
    const [pool, read] = await Promise.all([
      this.calls.within(LOOK_TIMEOUT, (signal) => this.ports.router.pool(id, signal)),
      this.calls.within(LOOK_TIMEOUT, (signal) => this.telemetry.read(lookRange(observer.scrapeMs), signal)),
    ]);
    const known = pool?.kind === 'done' ? pool.value : null;
    if (known !== null) {
      this.time.heard(known.serverTime, asked);
    }
    return observer.look(
      {
        startedAt,
        keeperNow: this.time.keeperNow(),
        pool: known,
        poolProblem: known !== null ? null : pool === null ? 'no answer in time' : problemWords(pool),
        subjects: read?.ok ? read.value.subjects : null,
        metricsProblem: read?.ok ? null : (read?.error ?? 'no answer in time'),
      },
      this.state
    );
  }

  private async judgeStep(): Promise<void> {
    const { state } = this;
    if (state.phase !== 'judging' && state.phase !== 'confirming') {
      return;
    }
    const verdict = await this.calls.within(LOOK_TIMEOUT, (signal) => this.judge.look(state, signal));
    if (verdict !== null) {
      this.dispatch({ kind: 'judged', level: state.level.index, verdict });
    }
  }

  private dispatch(event: RampEvent): void {
    const before = this.state;
    const { state, commands } = step(before, event, this.time.machine());
    this.trace(event, before, state, commands);
    this.log.note(before, state);
    if (state !== before) {
      this.states.next(state);
    }
    for (const command of commands) {
      void this.carryOut(command, state);
    }
    if (state.phase === 'finished' && before.phase !== 'finished') {
      this.finish();
    }
  }

  private finish(): void {
    this.endTicks?.();
    this.calls.abort();
    this.states.complete();
  }

  private async carryOut(command: RampCommand, state: RampState): Promise<void> {
    const { router } = this.ports;
    const { plan } = this.options;
    switch (command.kind) {
      case 'check':
        return this.check();
      case 'look':
        return this.look();
      case 'page':
        return this.ports.page(command.text);
      case 'stop':
        return this.sendStop(state);
      case 'acquire': {
        const { key, revision, evidenceAt, sharesBp, kind: _kind, ...rest } = command;
        const request = { ...rest, shares: sharesBp, ...this.who(state), ...this.aged(evidenceAt) };
        return this.call('acquire', key, (signal) => router.acquire(plan.pool, request, revision, key, signal));
      }
      case 'change': {
        const { key, revision, evidenceAt, sharesBp, kind: _kind, ...rest } = command;
        const request = { ...rest, shares: sharesBp, ...this.who(state), ...this.aged(evidenceAt), leaseToken: this.token ?? '' };
        return this.call('change', key, (signal) => router.change(plan.pool, request, revision, key, signal));
      }
      case 'renew': {
        const request = { leaseToken: this.token ?? '', ttlSeconds: command.ttlSeconds, ...this.aged(command.evidenceAt) };
        return this.call('renew', '', (signal) => router.renew(plan.pool, request, signal));
      }
    }
  }

  private who(state: RampState): { readonly runId: string; readonly reason: string; readonly holder: string } {
    const runId = 'run' in state && state.run !== null ? state.run.wireRunId : this.options.runId;
    return { runId, reason: this.options.plan.reason, holder: this.options.by };
  }

  /** How old the evidence is, and by the keeper's clock as of when: the call may be held up on its way. */
  private aged(evidenceAt: number): Pick<RenewRequest, 'evidenceAgeMs' | 'asOf'> {
    const now = Math.round(this.time.keeperNow());
    return { evidenceAgeMs: Math.max(0, now - Math.round(evidenceAt)), ...(this.readsAsOf && { asOf: now }) };
  }

  /** The one call that waits for nothing. While one is out the machine's repeat replaces it. */
  private async sendStop(state: RampState): Promise<void> {
    this.calls.abort();
    if (this.stopInFlight) {
      return;
    }
    this.stopInFlight = true;
    const outcome = await this.calls.alone(CALL_TIMEOUT, this.ports.router.stop(this.options.plan.pool, this.who(state).runId));
    this.stopInFlight = false;
    this.dispatch({ kind: 'answered', call: 'stop', key: '', answer: outcome === null ? { kind: 'unknown', message: 'no answer in time' } : callAnswer(outcome, this.options.plan.target) });
  }

  private async call(kind: CallKind, key: string, send: (signal: AbortSignal) => Promise<RoutingOutcome<OverrideAnswer | RenewAnswer>>): Promise<void> {
    try {
      const outcome = await this.calls.within(CALL_TIMEOUT, send);
      const answer = outcome === null ? { kind: 'unknown' as const, message: 'no answer in time' } : callAnswer(outcome, this.options.plan.target);
      if ('leaseToken' in answer && answer.leaseToken !== null) {
        this.token = answer.leaseToken;
      }
      this.dispatch({ kind: 'answered', call: kind, key, answer });
    } catch (reason) {
      // Aborted by a stop: whatever became of it, the stop comes after it.
      if (!isAbortError(reason)) {
        this.dispatch({ kind: 'answered', call: kind, key, answer: { kind: 'unknown', message: String(reason) } });
      }
    }
  }

  private async check(): Promise<void> {
    const { plan, mayRun, otherRun, lastRehearsal, earlier } = this.options;
    let report: PreflightReport;
    const context = { router: this.ports.router, telemetry: this.telemetry, time: this.time, mayRun, otherRun, lastRehearsal, ...(earlier !== undefined && { earlier }), visibleShift: visibleShift(plan) };
    try {
      const gathered = await gatherInTime(plan, context, this.calls, () => this.state.phase === 'preflight');
      report = gathered.ok ? preflight(plan, gathered.value.inputs) : notChecked(gathered.error);
      this.readsAsOf = gathered.ok && gathered.value.readsAsOf;
      this.observer = gathered.ok ? startWatching(plan, report, gathered.value, this.telemetry, this.judge) : null;
    } catch (reason) {
      this.ports.log.warn('Preflight failed.', { reason: String(reason) });
      report = notChecked(`The checks could not be carried out: ${reason instanceof Error ? reason.message : String(reason)}`);
    }
    const stands = report.facts !== null && rehearsalStands(lastRehearsal, report.facts.server, this.time.keeperNow());
    this.dispatch({ kind: 'checked', report, rehearsal: stands ? lastRehearsal : null });
  }
}

const notChecked = (evidence: string): PreflightReport => ({ checks: [{ id: 'endpoint', title: 'Preflight', state: 'refuse', evidence }], facts: null });

function problemWords(outcome: RoutingOutcome<unknown>): string {
  switch (outcome.kind) {
    case 'done':
    case 'pending':
      return 'the endpoint answered in a way that is not understood';
    case 'refused':
      return outcome.problem.detail;
    case 'unknown':
    case 'blocked':
      return outcome.message;
  }
}
