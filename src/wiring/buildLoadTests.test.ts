import { of } from 'rxjs';
import { Annotations } from '../adapters/grafana/Annotations';
import { plan } from '../domain/ramp/run.fixture';
import type { Fleet } from '../engine/fleet/Fleet';
import type { BenchmarkStore } from '../ports/BenchmarkStore';
import type { Metrics, RawMetrics } from '../ports/Metrics';
import { buildLoadTests } from './buildLoadTests';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch }),
  getAppEvents: () => ({ publish: jest.fn() }),
  isFetchError: () => false,
}));

const NOBODY = { view: { state: 'empty', progress: null, services: [] }, readings: [] };
const clock = { now: () => 0, sleep: () => new Promise<void>(() => undefined) };
const identity = { login: 'ed', orgId: 1, storeScope: 's', maySaveSettings: false, mayDeclareBenchmarks: true, mayExplore: true, mayRunTests: true, mayAdminTests: false };

const built = () =>
  buildLoadTests({
    clock,
    identity,
    metrics: {} as Metrics & RawMetrics,
    annotations: new Annotations(clock),
    benchmarks: {} as BenchmarkStore,
    fleet: { state: () => of(NOBODY) } as unknown as Fleet,
  });

const settings = (jsonData: object) => fetch.mockReturnValue(of({ data: { jsonData, secureJsonFields: { routingToken: true } } }));

it('reads where the endpoint is from the settings of the app, for the pages and for runs alike', async () => {
  settings({});
  const without = built();
  expect(await without.routing.access()).toMatchObject({ ok: true, value: { url: null } });
  expect(await without.loadTests.start(plan())).toMatchObject({ ok: false, error: { kind: 'not-configured' } });
});

it('looks a service up in the fleet once there is an endpoint', async () => {
  settings({ routingUrl: 'http://keeper:7070' });
  const { loadTests } = built();
  expect(await loadTests.start(plan({ service: 'nobody' }))).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  expect(await loadTests.proposePlan('nobody', 'p', 'a')).toMatchObject({ ok: false, error: { kind: 'not-found' } });
});
