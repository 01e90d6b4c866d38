import type { SubjectSamples } from '../../domain/guards/SubjectSamples';
import type { GuardReading, Observation, PoolView, ShareReading } from '../../domain/ramp/Observation';
import type { RampPlan } from '../../domain/ramp/Plan';
import { poolViewOf } from '../../domain/ramp/poolViewOf';
import type { RampState } from '../../domain/ramp/RampState';
import { shareReading } from '../../domain/ramp/shareReading';
import { SIGNAL, type Signal } from '../../domain/ramp/Signal';
import { windowReading } from '../../domain/ramp/windowReading';
import type { RoutingPool } from '../../domain/routing/poolSchema';
import { CounterRing } from './CounterRing';
import { evidenceOf, newestOf } from './evidenceOf';
import type { GuardDesk } from './GuardDesk';
import { HarmMeter } from './HarmMeter';
import { rateOf } from './rateOf';
import type { RouterSignals } from './RouterSignals';
import type { TelemetryFacts } from './telemetry/Telemetry';

/** What the target did before the run, to know when it has recovered. */
export interface PreRun {
  readonly errorRatio: number;
  readonly latencySeconds: number | null;
}

/** One look's material. `pool` null = it could not be read; `subjects` null = the metrics could not. */
export interface LookMaterial {
  readonly startedAt: number;
  readonly keeperNow: number;
  readonly pool: RoutingPool | null;
  readonly poolProblem: string | null;
  readonly subjects: readonly SubjectSamples[] | null;
  readonly metricsProblem: string | null;
}

/** Window of traffic while nothing else asks for one, and the least that says anything. */
const USUAL_WINDOW = 15_000;
const LEAST_WINDOW = 3_000;
/** Windows this much longer than a scrape average the demand of the pool. */
const POOL_WINDOW = 30_000;
/** Recovered: errors within this of what they were, latency within this factor. */
const RECOVERED_ERRORS = 0.01;
const RECOVERED_LATENCY = 1.5;

/** Turns answers of the contract and raw samples into what the machine decides on. Keeps the router's counters between looks. */
export class Observer {
  private readonly ring = new CounterRing();
  private readonly harm: HarmMeter;
  private subjects: readonly SubjectSamples[] = [];

  constructor(
    private readonly plan: RampPlan,
    private readonly facts: TelemetryFacts,
    private readonly required: readonly Signal[],
    private readonly members: readonly string[],
    private readonly desk: GuardDesk,
    private readonly preRun: PreRun,
    private readonly peakTodayRps: number,
    private readonly quantumBp: number,
    /** Null where the metrics themselves tell what the router sent, or nobody does. */
    private readonly routerSignals: RouterSignals | null
  ) {
    this.harm = new HarmMeter(preRun.errorRatio);
  }

  get scrapeMs(): number {
    return this.facts.scrapeMs;
  }

  look(material: LookMaterial, state: RampState): Observation {
    const { pool, keeperNow } = material;
    if (pool !== null) {
      this.ring.add(pool);
      this.routerSignals?.add(pool);
    }
    // A failed read leaves what was there before to grow old.
    this.subjects = material.subjects ?? this.subjects;
    const view = pool === null ? null : poolViewOf(pool, this.plan.target);
    const evidence = evidenceOf(this.subjects, this.required, this.members, keeperNow, this.facts.scrapeMs);
    const target = this.subjects.find((s) => s.role === 'target');
    if ('run' in state && state.run?.wrote) {
      this.harm.add(target);
    }
    const demand = this.demand(target);
    return {
      startedAt: material.startedAt,
      pool: view,
      poolProblem: material.poolProblem,
      evidenceAt: evidence.at,
      evidenceAgeMs: evidence.at === null ? null : Math.max(0, keeperNow - evidence.at),
      missing: evidence.missing,
      share: this.share(view, state),
      guards: this.guards(view, keeperNow),
      demand,
      wayBack: this.wayBack(demand.pool),
      harmed: this.harm.harmed,
      recovered: state.phase === 'verifying' ? this.recovered(target) : null,
    };
  }

  private guards(view: PoolView | null, now: number): readonly GuardReading[] {
    const counted = this.routerSignals?.onto(this.subjects, now) ?? null;
    const readings = this.desk.evaluate(counted ?? this.subjects, view === null ? null : view.servingIds.includes(this.plan.target), now);
    // While the endpoint is silent nothing can be told of a hang: the lease is not renewed then, and the silence itself ends the run.
    return this.routerSignals !== null && counted === null ? readings.filter(({ id }) => !id.startsWith('hang-')) : readings;
  }

  private share(view: PoolView | null, state: RampState): ShareReading {
    const countFrom = 'countFrom' in state ? state.countFrom : null;
    const to = this.ring.usable ? this.ring.newest : this.oldestNewest();
    const none: ShareReading = { state: 'unmeasurable', share: null, requests: 0, from: to ?? 0, to: to ?? 0 };
    if (view === null || to === null) {
      return none;
    }
    const wanted = state.phase === 'judging' || state.phase === 'confirming' || countFrom === null ? Math.max(countFrom ?? 0, to - USUAL_WINDOW) : countFrom;
    const from = this.ring.usable ? this.ring.firstFrom(wanted) : wanted;
    const least = this.ring.usable ? LEAST_WINDOW : this.facts.scrapeMs;
    if (from === null || to - from < least) {
      return none;
    }
    const reported = (view.effective.targetBp ?? view.override?.targetBp ?? view.baselineBp) / 10_000;
    const ceiling = Math.min(1, Math.max(this.plan.limits.shareBp, view.baselineBp * 1.1) / 10_000);
    return shareReading({ members: this.counted(from), target: this.plan.target, from, to, reported, quantum: this.quantumBp / 10_000, ceiling });
  }

  private counted(from: number) {
    return this.ring.usable ? this.ring.members(from) : this.subjects.filter((s) => this.members.includes(s.subject)).map((s) => ({ id: s.subject, sent: s.series[SIGNAL.requests] ?? [] }));
  }

  /** Up to where every member has been sampled. */
  private oldestNewest(): number | null {
    const newest = this.members.map((id) => newestOf(this.subjects.find((s) => s.subject === id), SIGNAL.requests));
    return newest.includes(null) ? null : Math.min(...newest.map((at) => at ?? 0));
  }

  private demand(target: SubjectSamples | undefined): Observation['demand'] {
    const counted = this.counted((this.ring.newest ?? 0) - POOL_WINDOW);
    const rates = counted.map(({ id, sent }) => ({ id, rps: rateOf(sent, POOL_WINDOW) }));
    const ours = counted.find(({ id }) => id === this.plan.target);
    return {
      pool: combined(rates, (rps) => rps.reduce((sum, one) => sum + one, 0)),
      target: target === undefined || ours === undefined ? null : rateOf(ours.sent, this.facts.scrapeMs + 500),
      worstPeer: combined(rates.filter(({ id }) => id !== this.plan.target), (rps) => Math.max(...rps)),
    };
  }

  private wayBack(poolRps: number | null): Observation['wayBack'] {
    const { safeLimitRps } = this.facts;
    const need = Math.max(poolRps ?? Infinity, this.peakTodayRps);
    if (safeLimitRps === null) {
      return { free: poolRps !== null, reason: 'the safe limit of one instance is not known' };
    }
    const hold = (this.members.length - 1) * safeLimitRps;
    const arithmetic = `${this.members.length - 1} others carry ${Math.round(hold)} requests/s, demand is up to ${Number.isFinite(need) ? Math.round(need) : 'unknown'}`;
    return { free: hold >= need, reason: arithmetic };
  }

  private recovered(target: SubjectSamples | undefined): boolean | null {
    const to = newestOf(target, SIGNAL.requests);
    if (target === undefined || to === null) {
      return null;
    }
    const { requests, errors, values } = windowReading(target, to - this.facts.scrapeMs - 500, to, null);
    if (requests === null || requests === 0) {
      return null;
    }
    const latency = values.latency ?? null;
    const calm = latency === null || this.preRun.latencySeconds === null || latency <= RECOVERED_LATENCY * this.preRun.latencySeconds;
    return calm && (errors ?? 0) / requests <= this.preRun.errorRatio + RECOVERED_ERRORS;
  }
}

/** Of several members one figure, or null while any of theirs is unknown. */
function combined(rates: ReadonlyArray<{ readonly rps: number | null }>, figure: (rps: readonly number[]) => number): number | null {
  const known = rates.flatMap(({ rps }) => rps ?? []);
  return known.length > 0 && known.length === rates.length ? figure(known) : null;
}
