import { defaultPlan } from './defaultPlan';
import type { GuardReading, Observation, PoolView, ShareReading } from './Observation';
import type { RampPlan } from './Plan';
import type { PreflightFacts, PreflightReport } from './preflight';
import type { RampCommand } from './RampCommand';
import type { CallAnswer, RampEvent } from './RampEvent';
import { step } from './rampMachine';
import type { RampPhase, RampState } from './RampState';

export const NOW = 1_700_000_000_000;
const MEMBERS = ['a', 'b', 'c', 'd', 'e'];
export const PROPAGATION = 2_000;

export const plan = (over: Partial<RampPlan> = {}): RampPlan => ({
  ...defaultPlan({ service: 'shop', pool: 'p', target: 'a', members: 5, tier: 'P2', benchmarkRps: null, poolRps: 500, p99Seconds: null, scrapeMs: 5_000 }),
  stateless: true,
  ...over,
});

export const facts = (over: Partial<PreflightFacts> = {}): PreflightFacts => ({
  members: MEMBERS,
  revision: 1,
  baselineBp: 2_000,
  poolRps: 500,
  peakTodayRps: 500,
  safeLimitRps: 400,
  scrapeMs: 5_000,
  propagationMaxMs: PROPAGATION,
  readBack: true,
  shareStepBp: 1,
  ceilingBp: 9_500,
  largestStepBp: 9_500,
  minDwellMs: 0,
  maxLifetimeSeconds: 7_200,
  ttlSeconds: 20,
  enforcedBy: 'both',
  server: 'keeper 1',
  visibleShift: 1.2,
  version: 'v1',
  spec: 'm5',
  targetStartedAt: null,
  ...over,
});

export const report = (over: Partial<PreflightFacts> = {}): PreflightReport => ({ checks: [{ id: 'x', title: 'x', state: 'pass', evidence: 'x' }], facts: facts(over) });

export const STANDING = { at: NOW, returnMs: 3_000, server: 'keeper 1' };

export const pass = (id = 'cpu', role: GuardReading['role'] = 'limit'): GuardReading => ({ id, title: id, about: 'target', who: 'a', role, state: 'pass', value: 0.4, limit: 0.9, unit: 'share', reason: 'fine', crossed: null });

/** A machine, and the world it would see if everything went well; tests make it go badly. */
export class MachineBench {
  state: RampState;
  now = NOW;
  sent: RampCommand[] = [];
  /** Every command there ever was. */
  readonly all: RampCommand[] = [];
  revision = 1;
  override: PoolView['override'] = null;
  shareBp = 2_000;
  poolRps = 500;

  constructor(over: Partial<RampPlan> = {}) {
    this.state = { phase: 'draft', plan: plan(over), runId: 'r' };
  }

  get phase(): RampPhase {
    return this.state.phase;
  }

  feed(event: RampEvent): this {
    const { state, commands } = step(this.state, event, this.now);
    this.state = state;
    this.sent = [...commands];
    this.all.push(...commands);
    return this;
  }

  /** Through preflight with a rehearsal that stands. */
  started(over: Partial<PreflightFacts> = {}): this {
    return this.feed({ kind: 'start', by: 'ed', only: 'run' }).feed({ kind: 'checked', report: report(over), rehearsal: STANDING });
  }

  pool(over: Partial<PoolView> = {}): PoolView {
    return {
      at: this.now,
      revision: this.revision,
      memberIds: MEMBERS,
      servingIds: MEMBERS,
      override: this.override,
      effective: { targetBp: this.shareBp, state: 'applied' },
      baselineBp: 2_000,
      lastEnd: null,
      ...over,
    };
  }

  observation(over: Partial<Observation> = {}): Observation {
    const share: ShareReading = { state: 'agrees', share: this.shareBp / 10_000, requests: 2_500, from: this.countFrom(), to: this.now };
    return {
      startedAt: this.now,
      pool: this.pool(),
      poolProblem: null,
      evidenceAt: this.now - 1_000,
      evidenceAgeMs: 1_000,
      missing: [],
      share,
      guards: [pass()],
      demand: { pool: this.poolRps, target: (this.shareBp / 10_000) * this.poolRps, worstPeer: 100 },
      wayBack: { free: true, reason: 'the rest carries it' },
      harmed: 0,
      recovered: true,
      ...over,
    };
  }

  /** Time passes, then one look. */
  look(over: Partial<Observation> = {}, afterMs = 5_000): this {
    this.now += afterMs;
    return this.feed({ kind: 'observed', observation: this.observation(over) });
  }

  /** The last write is accepted and in force. */
  accept(over: Partial<Extract<CallAnswer, { kind: 'done' }>> = {}): this {
    const write = this.lastWrite();
    this.revision++;
    this.shareBp = write.sharesBp.a ?? 0;
    const seq = write.kind === 'change' ? write.seq : 0;
    const runId = 'run' in this.state && this.state.run ? this.state.run.wireRunId : 'r';
    this.override = { leaseId: 1, runId, holder: 'ed', seq, targetBp: this.shareBp, remainingMs: 20_000, hardRemainingMs: 1e6 };
    return this.feed({ kind: 'answered', call: write.kind, key: write.key, answer: { kind: 'done', pool: this.pool(), leaseToken: 't', ...over } });
  }

  answer(answer: CallAnswer): this {
    const write = this.lastWrite();
    return this.feed({ kind: 'answered', call: write.kind, key: write.key, answer });
  }

  lastWrite(): Extract<RampCommand, { kind: 'acquire' | 'change' }> {
    const write = [...this.all].reverse().find((c) => c.kind === 'acquire' || c.kind === 'change');
    if (write?.kind !== 'acquire' && write?.kind !== 'change') {
      throw new Error(`nothing was written in ${this.phase}`);
    }
    return write;
  }

  /** Good looks until a phase is reached. */
  until(phase: RampPhase, over: Partial<Observation> = {}): this {
    for (let i = 0; i < 100 && this.phase !== phase; i++) {
      this.look(over);
    }
    if (this.phase !== phase) {
      throw new Error(`never reached ${phase}; it is ${this.phase}`);
    }
    return this;
  }

  /** To the first level, settled and watched. */
  judging(): this {
    return this.started().until('acquiring').look().accept().until('judging');
  }

  private countFrom(): number {
    return 'countFrom' in this.state && this.state.countFrom !== null ? this.state.countFrom : this.now - 10_000;
  }
}
