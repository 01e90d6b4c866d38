import { of, throwError } from 'rxjs';
import { defaultPlan } from '../../domain/ramp/defaultPlan';
import { planRecordText } from '../../domain/records/planRecord';
import { AnnotationPlanStore } from './AnnotationPlanStore';
import { Annotations } from './Annotations';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e && 'data' in e,
}));

const NOW = 1_700_000_000_000;
const clock = { now: () => NOW, sleep: async () => undefined };
const store = () => new AnnotationPlanStore(new Annotations(clock), clock);
const plan = (service: string, name: string, dwellSeconds = 60) => ({
  ...defaultPlan({ service, pool: 'p', target: 't', members: 4, tier: 'P1', benchmarkRps: 10, poolRps: 100, p99Seconds: 0.1, scrapeMs: 5_000 }),
  name,
  dwellSeconds,
});
const row = (id: number, at: number, text: string) => ({ id, time: at, timeEnd: at, login: 'ed', text });

beforeEach(() => fetch.mockReset());

it('keeps a plan as one record of its service', async () => {
  fetch.mockReturnValue(of({ data: { id: 7 } }));
  expect(await store().save(plan('a', 'nightly'))).toEqual({ ok: true, value: null });
  const { data } = fetch.mock.calls[0][0];
  expect(data).toMatchObject({ time: NOW, tags: ['headroom:plan', expect.stringMatching(/^service:/), 'schema:1'] });
});

it('lists the newest of every name, newest first, and leaves out what cannot be read', async () => {
  fetch.mockReturnValue(
    of({
      data: [
        row(1, NOW - 3, planRecordText(plan('a', 'nightly', 60))),
        row(2, NOW - 1, planRecordText(plan('a', 'nightly', 90))),
        row(3, NOW - 2, planRecordText(plan('b', 'weekly'))),
        row(4, NOW, 'somebody edited this'),
      ],
    })
  );
  const all = await store().list(null);
  expect(all.ok && all.value.map(({ service, name, dwellSeconds }) => [service, name, dwellSeconds])).toEqual([['a', 'nightly', 90], ['b', 'weekly', 60]]);
  const one = await store().list('b');
  expect(one.ok && one.value.map(({ name }) => name)).toEqual(['weekly']);
});

it('says that an Editor may, when somebody may not', async () => {
  fetch.mockReturnValue(throwError(() => ({ status: 403, data: {} })));
  expect(await store().save(plan('a', 'x'))).toMatchObject({ ok: false, error: { kind: 'forbidden', message: expect.stringContaining('An Editor may') } });
});

it('says how long a plan is that does not fit, and sends nothing', async () => {
  const long = { ...plan('a', 'x'), judge: { kind: 'aca' as const, config: 'x'.repeat(9_000), pass: 95, marginal: 75 } };
  expect(await store().save(long)).toMatchObject({ ok: false, error: { kind: 'invalid', message: expect.stringContaining('bytes long') } });
  expect(fetch).not.toHaveBeenCalled();
});
