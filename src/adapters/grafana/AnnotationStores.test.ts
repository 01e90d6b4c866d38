import { of, throwError } from 'rxjs';
import { AnnotationAthStore } from './AnnotationAthStore';
import { AnnotationBenchmarkStore } from './AnnotationBenchmarkStore';
import { Annotations } from './Annotations';
import { encodeRecord } from '../../domain/records/recordText';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e && 'data' in e,
}));

const NOW = 1_700_000_000_000;
const clock = { now: () => NOW, sleep: async () => undefined };
const benchmark = { origin: 'declared' as const, low: 100, high: 120, at: NOW, by: 'ed', version: 'v1', spec: null, note: 'a <b> note' };
const row = (id: number, record: unknown, login = '') => ({ id, time: NOW, timeEnd: NOW, login, text: encodeRecord('line', record) });
const store = () => new AnnotationBenchmarkStore(new Annotations(clock), clock);

beforeEach(() => fetch.mockReset());

describe('benchmarks in annotations', () => {
  it('writes one organization annotation, tagged, with a line for people', async () => {
    fetch.mockReturnValue(of({ data: { id: 41, message: 'ok' } }));
    const result = await store().declare('svc', { ...benchmark, evidence: { origins: [] } });
    expect(result).toMatchObject({ ok: true, value: { id: '41', service: 'svc' } });
    const { url, method, data, showSuccessAlert } = fetch.mock.calls[0][0];
    expect([url, method, showSuccessAlert]).toEqual(['/api/annotations', 'POST', false]);
    expect(data.tags).toEqual(['headroom:benchmark', expect.stringMatching(/^service:/), 'schema:1']);
    expect(data.text).toMatch(/^Benchmark of svc \(declared\): one instance carries 100 to 120 requests\/s, version v1, by ed\n/);
    expect(data).not.toHaveProperty('dashboardUID');
  });

  it('writes whole milliseconds, which is all that Grafana takes', async () => {
    fetch.mockReturnValue(of({ data: { id: 42, message: 'ok' } }));
    await store().declare('svc', { ...benchmark, at: NOW + 0.9001, evidence: { origins: [] } });
    expect(fetch.mock.calls[0][0].data.time).toBe(NOW + 1);
  });

  it('reads what was written, names the writer Grafana noted, and leaves out withdrawn and unreadable ones', async () => {
    fetch.mockReturnValue(
      of({
        data: [
          row(1, { schema: 1, service: 'a', ...benchmark }, 'real-writer'),
          row(2, { schema: 1, service: 'b', ...benchmark }),
          row(3, { schema: 1, service: 'b', benchmark: '2' }),
          row(4, { schema: 2, future: true }),
          { id: 5, time: NOW, text: 'somebody edited this' },
          row(6, { schema: 1, service: 'a', ...benchmark, low: -4 }),
        ],
      })
    );
    const result = await store().list();
    expect(result).toMatchObject({ ok: true, value: { unreadable: 3, benchmarks: [{ id: '1', service: 'a', benchmark: { by: 'real-writer', low: 100 } }] } });
  });

  it('reads all records of one moment, however many pages they fill', async () => {
    const all = Array.from({ length: 2500 }, (_, i) => row(i, { schema: 1, service: `s${i}`, ...benchmark }));
    fetch.mockImplementation(({ params }: { params: { limit: number; to: number } }) => of({ data: all.filter((a) => a.time <= params.to).slice(0, params.limit) }));
    const result = await store().list();
    expect(result.ok && result.value.benchmarks.length).toBe(2500);
    expect(fetch.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('asks for further pages until one is not full', async () => {
    const full = Array.from({ length: 1000 }, (_, i) => ({ ...row(i, { schema: 1, service: 's', ...benchmark }), time: NOW - i, timeEnd: NOW - i }));
    fetch.mockReturnValueOnce(of({ data: full })).mockReturnValueOnce(of({ data: [row(5000, { schema: 1, service: 's', ...benchmark })] }));
    const result = await store().list();
    expect(result.ok && result.value.benchmarks.length).toBe(1001);
    expect(fetch.mock.calls[1][0].params.to).toBe(NOW - 999);
  });

  it.each([
    [403, 'forbidden', 'An Editor may.'],
    [500, 'unreachable', '(500)'],
    [0, 'unreachable', '(no answer)'],
  ])('says a refused write in words: %d', async (status, kind, words) => {
    fetch.mockReturnValue(throwError(() => ({ status, data: {}, config: {} })));
    const result = await store().declare('svc', { ...benchmark, evidence: { origins: [] } });
    expect(result).toMatchObject({ ok: false, error: { kind } });
    expect(!result.ok && result.error.message).toContain(words);
  });

  it('does not withdraw what is not there', async () => {
    fetch.mockReturnValue(of({ data: [] }));
    expect(await store().withdraw('9')).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('refuses a note that would not fit', async () => {
    const result = await store().declare('svc', { ...benchmark, note: 'x'.repeat(10_000), evidence: { origins: [] } });
    expect(result).toMatchObject({ ok: false, error: { kind: 'invalid' } });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('all-time highs in annotations', () => {
  const ath = { service: 'svc', value: 812.5, at: NOW - 5, window: 300_000, step: 86_400_000, censored: true, by: 'ed' };

  it('publishes at the time of the peak', async () => {
    fetch.mockReturnValue(of({ data: { id: 3 } }));
    expect(await new AnnotationAthStore(new Annotations(clock)).publish(ath)).toMatchObject({ ok: true, value: { id: '3', value: 812.5 } });
    expect(fetch.mock.calls[0][0].data).toMatchObject({ time: NOW - 5, tags: ['headroom:ath', expect.any(String), 'schema:1'] });
    expect(fetch.mock.calls[0][0].data.text).toMatch(/^New all-time high of svc: at least 812.5 requests\/s/);
  });

  it('reads peaks and voids apart', async () => {
    fetch.mockReturnValue(of({ data: [row(1, { schema: 1, ...ath }, 'mia'), row(2, { schema: 1, service: 'svc', at: 1, reason: 'bots', by: 'x' })] }));
    expect(await new AnnotationAthStore(new Annotations(clock)).list()).toMatchObject({
      ok: true,
      value: { unreadable: 0, aths: [{ id: '1', by: 'mia', censored: true }], voids: [{ id: '2', reason: 'bots' }] },
    });
  });
});
