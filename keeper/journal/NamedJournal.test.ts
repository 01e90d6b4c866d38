import { newPoolRecord } from '../pool/PoolRecord';
import type { JournalEntry } from './JournalEntry';
import { MemoryJournal } from './MemoryJournal';
import { NamedJournal } from './NamedJournal';

const SHOP = { router: 'edge', adapter: 'memory', routerPool: 'be', members: { a: 's1' } };

const record = (pool: string, revision: number): JournalEntry => ({
  kind: 'pool',
  record: { ...newPoolRecord(pool), revision, baseline: null, override: null, late: null, diverged: null },
});
const stopped = (pool: string): JournalEntry => ({ kind: 'run-stopped', run: { pool, runId: 'run', at: 1 } });

it('writes the names beside each record', async () => {
  const inner = new MemoryJournal();
  const journal = new NamedJournal(inner, new Map([['shop', SHOP]]), []);
  await journal.append([record('shop', 1), stopped('shop')]);
  expect(inner.read()).toEqual([{ ...record('shop', 1), names: SHOP }, stopped('shop')]);
  expect(journal.length).toBe(2);
});

it('keeps through a compaction what is known of pools the configuration does not have, the newest record only', async () => {
  const inner = new MemoryJournal();
  const found = [record('gone', 1), record('shop', 1), stopped('gone'), { ...record('gone', 2), names: SHOP }, stopped('shop')];
  await inner.append(found);
  await new NamedJournal(inner, new Map([['shop', SHOP]]), found).compact([record('shop', 9)]);
  expect(inner.read()).toEqual([stopped('gone'), { ...record('gone', 2), names: SHOP }, { ...record('shop', 9), names: SHOP }]);
});
