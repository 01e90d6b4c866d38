import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'v8';
import type { LedgerPage } from '../../ports/Ledger';
import { SystemClock } from '../browser/SystemClock';
import { IndexedDbLedger } from './IndexedDbLedger';
import { openLedgerDatabase } from './openLedgerDatabase';

// jsdom has none; Node's own serializer is what structuredClone uses.
globalThis.structuredClone = <T>(value: T): T => deserialize(serialize(value)) as T;

const HOUR = 3_600_000;
const page = (savedAt: number, columns = 3): LedgerPage => ({
  schema: 1,
  step: HOUR,
  start: HOUR,
  columns,
  keys: ['{"service":"a"}', '{"service":"b \\" 😀"}'],
  values: Float64Array.from({ length: 2 * columns }, (_, i) => (i === 1 ? NaN : i)),
  read: [[0, 3 * HOUR]],
  tailReadAt: savedAt,
  chunkCells: 7,
  savedAt,
});

const warnings: string[] = [];
const ledger = (scope = 'org 1', mostBytes?: number) =>
  new IndexedDbLedger(scope, new SystemClock(), { warn: (message) => warnings.push(message) }, mostBytes);
const plain = (p: LedgerPage | null) => p && { ...p, values: [...p.values] };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  warnings.length = 0;
});

describe('IndexedDbLedger', () => {
  it('gives back what another tab put', async () => {
    await ledger().put('a', page(5));
    const other = ledger();
    expect(plain(await other.get('a'))).toEqual(plain(page(5)));
    expect([other.durable, await other.get('b')]).toEqual([true, null]);
  });

  it('keeps users and organizations apart', async () => {
    await ledger('org 1').put('a', page(5));
    expect(await ledger('org 2').get('a')).toBeNull();
    await ledger('org 2').clear();
    expect(await ledger('org 1').get('a')).not.toBeNull();
    await ledger('org 1').clear();
    expect(await ledger('org 1').get('a')).toBeNull();
  });

  it('remembers documents by name and owner, until it is cleared', async () => {
    await ledger('org 1').remember('found', { metrics: ['up'] });
    await ledger('org 2').remember('found', 'theirs');
    expect([await ledger('org 1').recall('found'), await ledger('org 1').recall('other')]).toEqual([{ metrics: ['up'] }, undefined]);
    await ledger('org 1').clear();
    expect([await ledger('org 1').recall('found'), await ledger('org 2').recall('found')]).toEqual([undefined, 'theirs']);
  });

  test.each<[string, unknown]>([
    ['another schema', { ...page(5), schema: 2 }],
    ['a text', 'hello'],
    ['too few values', { ...page(5), values: new Float64Array(5) }],
    ['values of another kind', { ...page(5), values: [1, 2, 3, 4, 5, 6] }],
    ['a start beside the step', { ...page(5), start: 7 }],
    ['a span backward', { ...page(5), read: [[3 * HOUR, 0]] }],
    ['a span beside the step', { ...page(5), read: [[0, 5]] }],
    ['a key twice', { ...page(5), keys: ['a', 'a'] }],
    ['no step', { ...page(5), step: 0 }],
    ['no time of saving', { ...page(5), savedAt: undefined }],
  ])('a damaged page (%s) is null, told and deleted', async (_, damaged) => {
    const database = await openLedgerDatabase(() => undefined);
    await database.put('pages', damaged, 'org 1\u0000a');
    expect(await ledger().get('a')).toBeNull();
    expect(warnings).toHaveLength(1);
    expect(await database.get('pages', 'org 1\u0000a')).toBeUndefined();
  });

  it('drops what was not saved for longest when there is too much', async () => {
    const small = ledger('org 1', 3_000);
    await small.put('oldest', page(1, 100));
    await small.put('newer', page(2, 60));
    await small.put('newest', page(3, 60));
    expect(await small.get('oldest')).toBeNull();
    expect((await small.get('newer'))?.savedAt).toBe(2);
    expect((await small.get('newest'))?.savedAt).toBe(3);
  });

  it('counts over all tabs, anew each period', async () => {
    const [one, two] = [ledger(), ledger()];
    await Promise.all([one.tally('samples', 'monday', 5), two.tally('samples', 'monday', 7)]);
    expect(await one.tally('samples', 'monday', 0)).toBe(12);
    expect(await two.tally('samples', 'tuesday', 1)).toBe(1);
    expect(await ledger('org 2').tally('samples', 'tuesday', 0)).toBe(0);
  });

  it('removes one page', async () => {
    const kept = ledger();
    await kept.put('a', page(1));
    await kept.remove('a');
    expect(await kept.get('a')).toBeNull();
  });
});

describe('without IndexedDB', () => {
  test.each<[string, () => void]>([
    ['missing', () => Reflect.deleteProperty(globalThis, 'indexedDB')],
    [
      'blocked',
      () =>
        Object.assign(globalThis.indexedDB, {
          open: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    ],
  ])('%s: works, in memory, and says so once', async (_, take) => {
    take();
    const memory = ledger();
    await memory.put('a', page(1));
    expect(plain(await memory.get('a'))).toEqual(plain(page(1)));
    expect(await memory.tally('samples', 'monday', 3)).toBe(3);
    await memory.remove('a');
    expect(await memory.get('a')).toBeNull();
    await memory.clear();
    expect(memory.durable).toBe(false);
    expect(warnings).toHaveLength(1);
  });

  it('full for a moment: a document stored since is recalled, not the one that did not fit', async () => {
    const filling = ledger();
    const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await filling.remember('found', { v: 1 });
    put.mockRestore();
    expect(await filling.recall('found')).toEqual({ v: 1 });
    await filling.remember('found', { v: 2 });
    expect(await filling.recall('found')).toEqual({ v: 2 });
  });

  it('full: what did not fit is held in memory, what was there is still read', async () => {
    const filling = ledger();
    await filling.put('before', page(1));
    const put = jest.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await filling.put('after', page(2));
    put.mockRestore();
    expect((await filling.get('after'))?.savedAt).toBe(2);
    expect((await filling.get('before'))?.savedAt).toBe(1);
    expect(filling.durable).toBe(false);
    expect(await ledger().get('after')).toBeNull();
  });
});
