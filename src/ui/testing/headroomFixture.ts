import { NEVER, type Observable } from 'rxjs';
import { ok } from '../../domain/base/Result';
import { parsePlan } from '../../domain/ramp/parsePlan';
import type { FleetView } from '../../engine/fleet/FleetView';
import type { Headroom } from '../../engine/Headroom';
import type { ReportView } from '../../engine/reports/ReportView';
import type { ServiceView } from '../../engine/service/ServiceView';
import type { Identity } from '../../ports/Identity';

/** An Editor: may declare and explore, may not save settings. */
export const editor: Identity = {
  login: 'kim',
  orgId: 1,
  storeScope: 'test/1/kim',
  maySaveSettings: false,
  mayDeclareBenchmarks: true,
  mayExplore: true,
  mayRunTests: true,
  mayAdminTests: false,
};

export const admin: Identity = { ...editor, login: 'root', maySaveSettings: true, mayAdminTests: true };

/** Somebody who has not signed in. */
export const anonymous: Identity = { ...editor, login: '', mayDeclareBenchmarks: false, mayExplore: false, mayRunTests: false };

interface Changes {
  readonly identity?: Identity;
  readonly fleet?: Observable<FleetView>;
  readonly service?: Observable<ServiceView>;
  readonly report?: Observable<ReportView>;
  readonly onRefresh?: () => void;
  readonly narrowed?: Headroom['fleet']['narrowed'];
  readonly benchmarks?: Partial<Headroom['benchmarks']>;
  readonly alerts?: Partial<Headroom['alerts']>;
  readonly recording?: Partial<Headroom['recording']>;
  readonly loadTests?: Partial<Headroom['loadTests']>;
  readonly routing?: Partial<Headroom['routing']>;
  readonly installer?: Partial<Headroom['installer']>;
}

const refuse = () => Promise.reject(new Error('not part of this test'));

/** An engine that emits what the test hands it and refuses the rest. */
export function headroomFixture({
  identity = editor,
  fleet = NEVER,
  service = NEVER,
  report = NEVER,
  onRefresh = () => undefined,
  narrowed = () => null,
  benchmarks = {},
  alerts = {},
  recording = {},
  loadTests = {},
  routing = {},
  installer = {},
}: Changes = {}): Headroom {
  return {
    identity,
    fleet: { watch: () => fleet, refresh: onRefresh, narrowed },
    service: { watch: () => service },
    reports: { watch: () => report },
    benchmarks: { declare: refuse, withdraw: refuse, voidAth: refuse, ...benchmarks },
    alerts: {
      permission: { mayRead: true, maySave: true },
      appUrl: 'http://grafana.test',
      facts: () => NEVER,
      existing: refuse,
      preview: () => NEVER,
      save: refuse,
      remove: refuse,
      address: (uid) => `/alerting/grafana/${uid}/view`,
      ...alerts,
    },
    recording: {
      permission: { mayRead: true, maySave: true },
      support: { enabled: false, defaultTarget: null, targets: [] },
      receiver: () => Promise.resolve('unknown'),
      standings: refuse,
      save: refuse,
      remove: refuse,
      address: (uid) => `/alerting/grafana/${uid}/view`,
      ...recording,
    },
    loadTests: {
      plans: () => Promise.resolve(ok([])),
      check: parsePlan,
      savePlan: refuse,
      proposePlan: refuse,
      pools: refuse,
      preflight: refuse,
      rehearse: refuse,
      start: refuse,
      simulate: refuse,
      hold: refuse,
      resume: refuse,
      stop: refuse,
      stopPool: refuse,
      watch: () => NEVER,
      driven: () => [],
      running: () => NEVER,
      history: () => Promise.resolve(ok([])),
      report: refuse,
      ...loadTests,
    },
    installer: { mayInstall: false, find: refuse, install: refuse, ...installer },
    routing: { access: refuse, save: refuse, capabilities: refuse, freeze: refuse, unfreeze: refuse, ...routing },
    setup: {
      dataSources: () => [{ uid: 'prom', name: 'Prometheus', isDefault: true, type: 'prometheus' }],
      load: refuse,
      inspect: () => NEVER,
      save: refuse,
      recordingRules: refuse,
    },
    queries: { now: refuse, history: () => NEVER, range: refuse, tryAgain: () => undefined, stats: NEVER },
  };
}
