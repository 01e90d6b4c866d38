import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { BrowserLocks } from '../adapters/browser/BrowserLocks';
import { ConsoleLog } from '../adapters/browser/ConsoleLog';
import { keptText } from '../adapters/browser/KeptText';
import { newRunId } from '../adapters/browser/newRunId';
import { WorkerTicker } from '../adapters/browser/WorkerTicker';
import { AnnotationPlanStore } from '../adapters/grafana/AnnotationPlanStore';
import { AnnotationRunStore } from '../adapters/grafana/AnnotationRunStore';
import type { Annotations } from '../adapters/grafana/Annotations';
import { GrafanaFiringAlerts } from '../adapters/grafana/GrafanaFiringAlerts';
import { GrafanaRoutingAccess } from '../adapters/grafana/GrafanaRoutingAccess';
import { grafanaRoutingTransport } from '../adapters/routing/grafanaRoutingTransport';
import { HttpRouter } from '../adapters/routing/HttpRouter';
import type { Fleet } from '../engine/fleet/Fleet';
import { FleetSurroundings } from '../engine/loadtest/FleetSurroundings';
import { flushWaiting } from '../engine/loadtest/flushWaiting';
import { judgeFor } from '../engine/loadtest/judgeFor';
import { LoadTests } from '../engine/loadtest/LoadTests';
import type { LoadTestUseCase } from '../engine/loadtest/LoadTestUseCase';
import { Routing } from '../engine/routing/Routing';
import type { RoutingUseCase } from '../engine/routing/RoutingUseCase';
import type { BenchmarkStore } from '../ports/BenchmarkStore';
import type { Clock } from '../ports/Clock';
import type { Identity } from '../ports/Identity';
import type { Metrics, RawMetrics } from '../ports/Metrics';

export interface LoadTestParts {
  readonly clock: Clock;
  readonly identity: Identity;
  readonly metrics: Metrics & RawMetrics;
  readonly annotations: Annotations;
  readonly benchmarks: BenchmarkStore;
  readonly fleet: Fleet;
}

/** Load tests and the routing endpoint they need, on Grafana. */
export function buildLoadTests({ clock, identity, metrics, annotations, benchmarks, fleet }: LoadTestParts): { readonly loadTests: LoadTestUseCase; readonly routing: RoutingUseCase } {
  const log = new ConsoleLog();
  const access = new GrafanaRoutingAccess();
  const router = new HttpRouter(grafanaRoutingTransport, clock);
  const store = new AnnotationRunStore(annotations, keptText(`headroom-runs ${identity.storeScope}`));
  // What an earlier page could not get rid of.
  void flushWaiting(store, clock);
  const ports = {
    router,
    store,
    clock,
    monotonic: () => performance.now(),
    ticker: new WorkerTicker(),
    log,
    judgeFor,
    page: (text: string) => {
      log.warn(text);
      getAppEvents().publish({ type: AppEvents.alertError.name, payload: ['Load test', text] });
    },
    identity,
    locks: new BrowserLocks(),
    newRunId,
    benchmarks: declaring(benchmarks, fleet),
  };
  const surroundings = new FleetSurroundings({ fleet, metrics, alerts: new GrafanaFiringAlerts(), access, router, identity, clock });
  return { loadTests: new LoadTests(ports, new AnnotationPlanStore(annotations, clock), surroundings), routing: new Routing(access, router) };
}

/** What was declared shows on the pages at once. */
const declaring = (benchmarks: BenchmarkStore, fleet: Fleet): Pick<BenchmarkStore, 'declare'> => ({
  declare: async (service, benchmark) => {
    const declared = await benchmarks.declare(service, benchmark);
    if (declared.ok) {
      fleet.reload();
    }
    return declared;
  },
});
