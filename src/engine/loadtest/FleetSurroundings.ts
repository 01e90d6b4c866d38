import { Subscription } from 'rxjs';
import { SECOND } from '../../domain/base/Duration';
import { valueOf } from '../../domain/base/Figure';
import { isBenchmark } from '../../domain/capacity/isBenchmark';
import { servicePath } from '../../domain/catalogue/servicePath';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { dependencySubject } from '../../domain/ramp/arming/dependencyGuards';
import type { PlanFacts } from '../../domain/ramp/defaultPlan';
import { alertSubjects } from '../../domain/ramp/alertSubjects';
import type { RampPlan } from '../../domain/ramp/Plan';
import { serviceName } from '../../domain/records/serviceName';
import { isAbortError } from '../../ports/AbortError';
import type { Clock } from '../../ports/Clock';
import type { FiringAlerts } from '../../ports/FiringAlerts';
import type { Identity } from '../../ports/Identity';
import type { Metrics, RawMetrics } from '../../ports/Metrics';
import type { Router } from '../../ports/Router';
import type { RoutingAccessStore } from '../../ports/RoutingAccess';
import type { Fleet } from '../fleet/Fleet';
import { servicePlace, type ServicePlace } from '../service/servicePlace';
import type { LoadTestSurroundings } from './LoadTests';
import type { DependencySource } from './telemetry/DependencyWatch';
import { knownOfService, p99Now } from './telemetry/knownOfService';
import { PrometheusTelemetry } from './telemetry/PrometheusTelemetry';
import type { Telemetry } from './telemetry/Telemetry';

export interface SurroundingsPorts {
  readonly fleet: Pick<Fleet, 'state'>;
  readonly metrics: Metrics & RawMetrics;
  readonly alerts: FiringAlerts;
  readonly access: Pick<RoutingAccessStore, 'load'>;
  readonly router: Pick<Router, 'pool'>;
  readonly identity: Pick<Identity, 'mayRunTests'>;
  readonly clock: Clock;
}

/** A service that was found is not waited for until its whole history has been read. */
const PATIENCE = 8 * SECOND;
/** How long an answer about the endpoint's address stands. */
const ACCESS_STANDS = 10 * SECOND;

/** Load tests on the fleet as it was read: services, their profiles and what is known of them. */
export class FleetSurroundings implements LoadTestSurroundings {
  private access: { readonly at: number; readonly configured: Promise<boolean> } | null = null;

  constructor(private readonly ports: SurroundingsPorts) {}

  get mayRun(): boolean {
    return this.ports.identity.mayRunTests;
  }

  configured(): Promise<boolean> {
    const now = this.ports.clock.now();
    if (this.access === null || now - this.access.at >= ACCESS_STANDS) {
      this.access = { at: now, configured: this.readAccess() };
    }
    return this.access.configured;
  }

  async telemetryFor(plan: RampPlan): Promise<Telemetry | null> {
    const place = await this.place(plan.service);
    if (place === null) {
      return null;
    }
    const { metrics, alerts } = this.ports;
    const { source, context } = asked(place);
    const subjects = alertSubjects(plan, place.found.service);
    return new PrometheusTelemetry(metrics, {
      source,
      context,
      target: plan.target,
      members: (signal) => this.members(plan.pool, signal),
      known: (signal) => knownOfService(place.facts, { metrics, alerts, source, context, subjects }, signal),
      extraGuards: plan.extraGuards,
      dependencies: () => Promise.all(plan.dependencies.map(({ service: key }) => this.dependency(key))),
    });
  }

  /** How a service named in a plan is asked about. */
  private async dependency(key: string): Promise<DependencySource> {
    const place = await this.place(key);
    const name = dependencySubject(key);
    return place === null ? { name, problem: 'it is not among the services of the fleet: correct or remove it in the plan' } : { name, ...asked(place) };
  }

  async planFacts(service: string, pool: string, target: string): Promise<PlanFacts | null> {
    const place = await this.place(service);
    if (place === null) {
      return null;
    }
    const { facts } = place;
    const { source, context } = asked(place);
    const { signal } = new AbortController();
    const [members, p99Seconds] = await Promise.all([this.members(pool, signal), p99Now(this.ports.metrics, source, context, signal)]);
    return {
      service,
      pool,
      target,
      members: members.length,
      tier: facts.tier,
      benchmarkRps: isBenchmark(facts.benchmark) && facts.benchmark.origin === 'load-test' ? facts.benchmark.low : null,
      poolRps: valueOf(facts.demandNow),
      p99Seconds,
      scrapeMs: context.scrapeInterval,
    };
  }

  link(service: string, from: number, to: number): string {
    return `${servicePath(service)}&from=${Math.floor(from)}&to=${Math.ceil(to)}`;
  }

  dashboard(service: string, from: number, to: number): string {
    return `/d/headroom-service?var-service=${encodeURIComponent(serviceName(service))}&from=${Math.floor(from)}&to=${Math.ceil(to)}`;
  }

  /** Settings that cannot be read say nothing: a Viewer may not read them and may still watch. */
  private async readAccess(): Promise<boolean> {
    const answer = await this.ports.access.load();
    return answer.ok ? answer.value.url !== null : answer.error.kind === 'forbidden';
  }

  private async members(pool: string, signal: AbortSignal): Promise<readonly string[]> {
    try {
      const read = await this.ports.router.pool(pool, signal);
      return read.kind === 'done' || read.kind === 'pending' ? read.value.members.map(({ id }) => id) : [];
    } catch (reason) {
      // Somebody's stop aborts every other call of the router: not asked is not known.
      if (isAbortError(reason) && !signal.aborted) {
        return [];
      }
      throw reason;
    }
  }

  /** Reads the fleet when nothing has read it yet. */
  private place(service: string): Promise<ServicePlace | null> {
    return new Promise((resolve, reject) => {
      let last: ServicePlace | null = null;
      const waiting = new AbortController();
      const watching = new Subscription();
      const end = (): void => {
        watching.unsubscribe();
        waiting.abort();
        resolve(last);
      };
      const failed = (reason: unknown): void => {
        waiting.abort();
        reject(reason instanceof Error ? reason : new Error(String(reason)));
      };
      this.ports.clock.sleep(PATIENCE, waiting.signal).then(end, () => undefined);
      watching.add(
        this.ports.fleet.state().subscribe({
          next: (state) => {
            last = servicePlace(state, service) ?? last;
            if (isTold(last) || (state.view.state !== 'loading' && state.view.progress === null)) {
              end();
            }
          },
          error: failed,
        })
      );
    });
  }
}

/** What a run needs to know of a service has been read, whatever else is still being read. */
const isTold = (place: ServicePlace | null): boolean => place !== null && place.facts.ath.figure.known && isBenchmark(place.facts.benchmark);

/** Where questions about the one service go, and how they are asked. */
function asked({ readings, found }: ServicePlace): { readonly source: string; readonly context: QuestionContext } {
  return { source: readings.source.sourceUid, context: { ...readings.source.context, service: found.service } };
}
