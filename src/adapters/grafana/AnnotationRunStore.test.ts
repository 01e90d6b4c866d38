import { of, throwError } from 'rxjs';
import { decodeRecord, encodeRecord } from '../../domain/records/recordText';
import type { RunRecord } from '../../domain/records/runRecord';
import { keptText, type KeptText } from '../browser/KeptText';
import { AnnotationRunStore } from './AnnotationRunStore';
import { Annotations } from './Annotations';

const fetch = jest.fn();
jest.mock('@grafana/runtime', () => ({
  getBackendSrv: () => ({ fetch }),
  isFetchError: (e: unknown) => typeof e === 'object' && e !== null && 'status' in e && 'data' in e,
}));

const NOW = 1_700_000_000_000;
const clock = { now: () => NOW, sleep: async () => undefined };
const change = (seq: number, over: object = {}): RunRecord => ({ schema: 1, run: 'r1', seq, service: 'svc', at: NOW + seq, by: 'ed', event: 'change', state: 'judging', step: 1, commandedBp: 500, detail: '', data: null, ...over });
const end = (seq: number): RunRecord => ({ schema: 1, run: 'r1', seq, service: 'svc', at: NOW + seq, by: 'ed', event: 'end', outcome: 'limit found', detail: '', report: { x: 1 } });

const memory = (): KeptText => {
  let text: string | null = null;
  return { read: () => text, write: (t) => void (text = t) };
};
const refused = (status: number) => throwError(() => ({ status, data: {}, config: {} }));
const created = (id: number) => of({ data: { id } });
const rows = (...records: Array<{ record: unknown; login?: string }>) => of({ data: records.map(({ record, login = '' }, i) => ({ id: i + 1, time: NOW, timeEnd: NOW, text: encodeRecord('a line', record), login })) });
const posted = () => fetch.mock.calls.filter(([r]) => r.method === 'POST').map(([r]) => r.data);
const seqs = () => posted().map((data) => (decodeRecord(data.text) as RunRecord).seq);

let kept: KeptText;
let store: AnnotationRunStore;
beforeEach(() => {
  fetch.mockReset();
  kept = memory();
  store = new AnnotationRunStore(new Annotations(clock), kept);
});

describe('AnnotationRunStore, writing', () => {
  it('writes a record with tags that find it', async () => {
    fetch.mockReturnValue(created(5));
    expect(await store.append(end(9))).toEqual({ kind: 'stored', id: '5' });
    expect(posted()[0]).toMatchObject({ time: NOW + 9, tags: ['headroom:run', expect.stringMatching(/^service:/), 'schema:1', 'run:r1', 'verdict:limit-found'] });
    expect(posted()[0].text).toMatch(/^Load test of svc: limit found\n<!--headroom /);
  });

  it.each([
    [403, 'forbidden'],
    [500, 'unreachable'],
    [0, 'unreachable'],
  ])('keeps what is refused (%d) and says so', async (status, kind) => {
    fetch.mockReturnValue(refused(status));
    expect(await store.append(change(1))).toMatchObject({ kind: 'kept', problem: { kind }, waiting: 1 });
    expect(await store.append(change(2))).toMatchObject({ kind: 'kept', waiting: 2 });
  });

  it('sends what waits before the next record, in order', async () => {
    fetch.mockReturnValueOnce(refused(500)).mockReturnValueOnce(refused(500)).mockReturnValue(created(1));
    await store.append(change(1));
    await store.append(change(2));
    fetch.mockClear();
    expect(await store.append(change(3))).toMatchObject({ kind: 'stored' });
    expect(seqs()).toEqual([1, 2, 3]);
    expect(kept.read()).toBeNull();
  });

  it('flushes after a reload of the page, as far as it gets', async () => {
    fetch.mockReturnValue(refused(500));
    await store.append(change(1));
    await store.append(change(2));
    const again = new AnnotationRunStore(new Annotations(clock), kept);
    fetch.mockReturnValueOnce(created(1)).mockReturnValueOnce(refused(403));
    expect(await again.flush()).toMatchObject({ waiting: 1, problem: { kind: 'forbidden' } });
    fetch.mockReturnValue(created(2));
    expect(await again.flush()).toEqual({ waiting: 0, problem: null });
  });

  it('loses no record when two tabs send what waits at the same time', async () => {
    fetch.mockReturnValue(refused(500));
    await store.append(change(1));
    await store.append(change(2));
    const tab = new AnnotationRunStore(new Annotations(clock), kept);
    fetch.mockReset();
    // Both send the first; then Grafana is away again.
    fetch.mockReturnValueOnce(created(1)).mockReturnValueOnce(created(1)).mockReturnValue(refused(500));
    await Promise.all([store.flush(), tab.flush()]);
    fetch.mockReset();
    fetch.mockReturnValue(created(2));
    await store.flush();
    expect(seqs()).toEqual([2]);
  });

  it('drops the record of the visitor who closed a run, not that of the controller with the same number', async () => {
    const closed: RunRecord = { schema: 1, run: 'r1', seq: 3, service: 'svc', at: NOW, by: 'mia', event: 'closed', detail: '', report: null };
    fetch.mockReturnValue(refused(500));
    await store.append(end(3));
    await store.append(closed);
    fetch.mockReturnValueOnce(created(1)).mockReturnValueOnce(refused(500));
    expect(await store.flush()).toMatchObject({ waiting: 1 });
  });

  it('keeps the order of appends that are not awaited', async () => {
    fetch.mockReturnValue(created(1));
    await Promise.all([store.append(change(1)), store.append(change(2)), store.append(change(3))]);
    expect(seqs()).toEqual([1, 2, 3]);
  });

  it('gives up the details of a record that is too long, never its place in the log', async () => {
    fetch.mockReturnValue(created(1));
    expect(await store.append(change(1, { data: 'x'.repeat(10_000) }))).toMatchObject({ kind: 'stored' });
    expect(decodeRecord(posted()[0].text)).toMatchObject({ seq: 1, data: null, detail: expect.stringContaining('too long') });
  });

  it('shows and executes nothing of a hostile record', async () => {
    fetch.mockReturnValue(created(1));
    await store.append(change(1, { detail: '--><img src=x onerror=alert(1)>' }));
    const shown = posted()[0].text.replace(/<!--[\s\S]*?-->/g, '');
    expect(shown).not.toMatch(/[<>]/);
    expect(decodeRecord(posted()[0].text)).toMatchObject({ detail: '--><img src=x onerror=alert(1)>' });
  });
});

describe('AnnotationRunStore, reading', () => {
  it('orders records, reads one that was sent twice once, and names the writer Grafana noted', async () => {
    fetch.mockReturnValue(rows({ record: end(2), login: 'real' }, { record: change(1) }, { record: change(1) }));
    const found = await store.runs(null);
    expect(found).toMatchObject({ ok: true, value: { unreadable: 0, runs: [{ run: 'r1', open: false, records: [{ seq: 1 }, { seq: 2, by: 'real' }] }] } });
    expect(found.ok && found.value.runs[0]?.records).toHaveLength(2);
  });

  it('counts what cannot be read and leaves a run without an end open', async () => {
    fetch.mockReturnValue(rows({ record: change(1) }, { record: { schema: 2 } }, { record: null }, { record: { ...change(2), run: 'a b' } }));
    expect(await store.runs('svc')).toMatchObject({ ok: true, value: { unreadable: 3, runs: [{ open: true }] } });
  });

  it('leaves out the runs of other services', async () => {
    fetch.mockReturnValue(rows({ record: change(1) }, { record: change(1, { run: 'r2', service: 'other' }) }));
    expect(await store.runs('other')).toMatchObject({ ok: true, value: { runs: [{ run: 'r2' }] } });
  });

  it('counts a run as over when a visitor closed it', async () => {
    fetch.mockReturnValue(rows({ record: change(1) }, { record: { schema: 1, run: 'r1', seq: 1, service: 'svc', at: NOW, by: 'mia', event: 'closed', detail: 'dead browser', report: null } }));
    const found = await store.run('r1');
    expect(found).toMatchObject({ ok: true, value: { open: false } });
    expect(found.ok && found.value?.records).toHaveLength(2);
  });

  it('shows what only waits in this browser', async () => {
    fetch.mockReturnValueOnce(refused(403));
    await store.append(change(1));
    fetch.mockReturnValue(rows());
    expect(await store.run('r1')).toMatchObject({ ok: true, value: { records: [{ seq: 1 }] } });
  });

  it('knows no run that is not there', async () => {
    fetch.mockReturnValue(rows());
    expect(await store.run('r9')).toEqual({ ok: true, value: null });
  });

  it('passes on that annotations cannot be read', async () => {
    fetch.mockReturnValue(refused(403));
    expect(await store.runs(null)).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  });

  it.each(['{', '{"a":1}', '[1,null]'])('survives damaged text in local storage: %s', async (text) => {
    kept.write(text);
    fetch.mockReturnValue(created(1));
    expect(await store.append(change(1))).toMatchObject({ kind: 'stored' });
  });
});

describe('keptText', () => {
  it('keeps in local storage', () => {
    keptText('k').write('v');
    expect(keptText('k').read()).toBe('v');
    keptText('k').write(null);
    expect(keptText('k').read()).toBeNull();
  });

  it('shows what another tab took away as gone', () => {
    const [mine, theirs] = [keptText('k'), keptText('k')];
    mine.write('v');
    theirs.write(null);
    expect(mine.read()).toBeNull();
  });

  it('keeps what the browser has no room for rather than what is there', () => {
    const full = { getItem: () => 'before', setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } } as unknown as Storage;
    const text = keptText('k', () => full);
    text.write('now');
    expect(text.read()).toBe('now');
  });

  it('keeps for the life of the page where storage is forbidden', () => {
    const text = keptText('k', () => {
      throw new DOMException('denied', 'SecurityError');
    });
    text.write('v');
    expect(text.read()).toBe('v');
  });
});
