import type { RampCommand } from '../../src/domain/ramp/RampCommand';
import type { RampEvent } from '../../src/domain/ramp/RampEvent';
import type { RampState, Run } from '../../src/domain/ramp/RampState';
import { promisedReturnMs } from '../../src/domain/ramp/rehearsal';
import { SIGNAL } from '../../src/domain/ramp/Signal';
import type { SimulatedKeeper } from '../../src/engine/loadtest/simulated/SimulatedKeeper';
import { WEIGHT, type SimulatedWorld } from '../../src/engine/loadtest/simulated/SimulatedWorld';
import type { Scenario } from './Scenario';

/** The keeper looks once a second; the world moves in half seconds. */
const KEEPERS_SECOND = 1_000;
const GRAIN = 1_000;
/** Time between a sample and what the engine made of it: the answers were on their way. */
const ON_THE_WAY = 4_500;
const JUDGED: ReadonlySet<string> = new Set(['step', 'confirm']);

/** Checks on every event and every half second of the world that what must never happen did not. */
export class Invariants {
  readonly violations: string[] = [];
  /** Highest the true share and demand went above their ceilings for longer than the keeper's second. */
  private above: number | null = null;
  private awayWithoutLease: number | null = null;
  private releasingAt: number | null = null;
  /** Since when nobody of ours can renew: the tab is frozen or dead. */
  private silentAt: number | null = null;
  private stopSeen = false;
  private ended = 0;
  private commandedBp = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly world: SimulatedWorld,
    private readonly keeper: SimulatedKeeper,
    /** When the page wakes again; what is past = it is awake, Infinity = it is dead. */
    private readonly asleepUntil: () => number
  ) {}

  /** The world, every half second. */
  onWorld(at: number): void {
    this.ceiling(at);
    this.promise(at);
  }

  /** Every event of the driver. */
  onEvent(event: RampEvent, before: RampState, after: RampState, commands: readonly RampCommand[], now: number): void {
    const writes = commands.filter((c) => c.kind === 'acquire' || c.kind === 'change');
    if (writes.length > 0 && (this.stopSeen || isOver(before))) {
      this.violate('a write after a stop', event);
    }
    if (event.kind === 'stop' || after.phase === 'releasing' || after.phase === 'verifying') {
      this.stopSeen = true;
    }
    if (after.phase === 'releasing' && before.phase !== 'releasing') {
      this.releasingAt ??= now;
    }
    if (before.phase === 'finished' && (after !== before || commands.length > 0)) {
      this.violate('something happened after the end', event);
    }
    if (after.phase === 'finished' && before.phase !== 'finished') {
      this.ended++;
      this.atEnd(after);
    }
    const seenOverride = 'run' in after ? (after.run?.last?.pool?.override ?? null) : null;
    if (commands.some((c) => c.kind === 'stop') && seenOverride?.runId === OTHER_RUN) {
      this.violate("a stop of somebody else's run", event);
    }
    writes.forEach((write) => this.onWrite(write, event, before, after, now));
  }

  atBaseline(): boolean {
    return this.world.members.every((m) => this.world.weights.get(m.id) === WEIGHT);
  }

  /** When the scenario is over: nobody holds the pool any more, and the way back has had its time. */
  onOver(finished: boolean, tabDied: boolean): void {
    if (!finished && !tabDied) {
      this.violations.push('the run never ended');
    }
    if (this.ended > 1 || (finished && this.ended !== 1)) {
      this.violations.push(`the run ended ${this.ended} times`);
    }
    if (!this.atBaseline()) {
      this.violations.push('the weights are not at baseline at the end');
    }
  }

  private ceiling(at: number): void {
    const { plan } = this.scenario;
    const share = this.world.shareOf(plan.target);
    const serving = this.world.members.filter((m) => m.serving).length;
    const usual = serving > 0 ? 1 / serving : 1;
    const overShare = share > Math.max(plan.limits.shareBp / 10_000, usual) * 1.1 + 1e-4;
    const ceilingRps = plan.limits.demandRps;
    const demand = share * this.world.poolRps;
    const overDemand = ceilingRps !== null && demand > Math.max(ceilingRps, usual * this.world.poolRps) * 1.001;
    this.above = overShare || overDemand ? (this.above ?? at) : null;
    if (this.above !== null && at - this.above > KEEPERS_SECOND + this.scenario.propagationMs + GRAIN) {
      this.violate(`share ${share.toFixed(3)} (${demand.toFixed(0)} requests/s) above its ceiling for ${at - this.above} ms`, null);
      this.above = null;
    }
  }

  private promise(at: number): void {
    const away = !this.atBaseline();
    this.awayWithoutLease = away && this.keeper.lease === null ? (this.awayWithoutLease ?? at) : null;
    if (this.awayWithoutLease !== null && at - this.awayWithoutLease > KEEPERS_SECOND + this.scenario.propagationMs + GRAIN) {
      this.violate('weights away from baseline without a lease', null);
      this.awayWithoutLease = null;
    }
    this.silentAt = at < this.asleepUntil() ? (this.silentAt ?? at) : null;
    if (!away) {
      this.releasingAt = null;
    } else if (this.keeper.lease?.runId === OTHER_RUN) {
      // Theirs are the weights now, and theirs the way back; only what of ours came after theirs would count again.
      this.releasingAt = this.releasingAt === null ? null : at;
      this.silentAt = this.silentAt === null ? null : at;
    }
    const bound = promisedReturnMs(this.scenario.plan.ttlSeconds, this.scenario.propagationMs) + GRAIN;
    if (this.releasingAt !== null && at - this.releasingAt > bound) {
      this.violate(`not at baseline ${at - this.releasingAt} ms after giving back began; the promise is ${bound} ms`, null);
      this.releasingAt = null;
    }
    if (away && this.silentAt !== null && at - this.silentAt > bound) {
      this.violate(`not at baseline ${at - this.silentAt} ms after the page fell silent; the promise is ${bound} ms`, null);
      this.silentAt = at;
    }
  }

  private onWrite(write: Extract<RampCommand, { kind: 'acquire' | 'change' }>, event: RampEvent, before: RampState, after: RampState, now: number): void {
    const bp = write.sharesBp[this.scenario.plan.target] ?? 0;
    const raise = write.kind === 'acquire' || bp > this.commandedBp;
    this.commandedBp = bp;
    if (bp > this.scenario.plan.limits.shareBp) {
      this.violate(`${bp} basis points commanded, above the plan's ceiling`, event);
    }
    if (raise) {
      this.onRaise(event, before, after, now);
    }
  }

  /** Never on stale, missing or marginal data: looked up in the world itself, not in what the engine believes. */
  private onRaise(event: RampEvent, before: RampState, after: RampState, now: number): void {
    const stale = this.world.members.filter((m) => now - (m.samples('peer', now - 60_000).series[SIGNAL.requests]?.[0]?.at(-1)?.at ?? 0) > 2 * this.world.options.scrapeSeconds * 1000 + ON_THE_WAY);
    if (stale.length > 0) {
      this.violate(`a raise on stale samples of ${stale.map((m) => m.id).join(', ')}`, event);
    }
    const run = 'run' in after ? after.run : null;
    const last = run?.last ?? null;
    if (last === null || last.missing.length > 0 || last.pool === null || last.guards.some((g) => g.state !== 'pass')) {
      this.violate('a raise on missing data or with a guard in doubt', event);
    }
    if ((before.phase === 'judging' || before.phase === 'confirming') && JUDGED.has(before.level.purpose) && before.verdict?.decision !== 'permit') {
      this.violate("a raise without the judge's permit", event);
    }
    if (before.phase === 'holding') {
      this.violate('a raise while held', event);
    }
  }

  private atEnd({ outcome, run }: Extract<RampState, { phase: 'finished' }>): void {
    const foreign = this.keeper.lease !== null;
    const wrote: Run | null = run;
    if (outcome.kind !== 'lost-control' && wrote?.wrote && !foreign && !this.atBaseline()) {
      this.violate(`ended as ${outcome.kind} away from baseline`, null);
    }
  }

  private violate(text: string, event: RampEvent | null): void {
    this.violations.push(event === null ? text : `${text} (on ${event.kind})`);
  }
}

export const OTHER_RUN = 'other-run';

const isOver = (state: RampState): boolean => state.phase === 'releasing' || state.phase === 'verifying' || state.phase === 'finished';
