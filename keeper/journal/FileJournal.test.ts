import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newPoolRecord } from '../pool/PoolRecord';
import { FileJournal } from './FileJournal';
import type { JournalEntry } from './JournalEntry';

let folder: string;
const path = () => join(folder, 'journal.log');
const entry = (pool: string, revision = 1): JournalEntry => ({ kind: 'pool', record: { ...newPoolRecord(pool), revision, baseline: null, override: null, late: null, diverged: null } });

async function written(...entries: readonly JournalEntry[]): Promise<void> {
  const { journal } = await FileJournal.open(path());
  await journal.append(entries);
  await journal.close();
}

async function readBack(): Promise<readonly JournalEntry[]> {
  const { journal, entries } = await FileJournal.open(path());
  await journal.close();
  return entries;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-journal-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('gives back what was appended, in order', async () => {
  await written(entry('a'), entry('b'));
  await written(entry('a', 2));
  expect(await readBack()).toEqual([entry('a'), entry('b'), entry('a', 2)]);
});

it.each(['0123abcd {"kind":"po', '0123abcd', '\u0000\u0000\u0000', 'deadbeef {"kind":"pool"}\n'])('cuts off a torn last line: %j', async (torn) => {
  await written(entry('a'));
  await appendFile(path(), torn);
  expect(await readBack()).toEqual([entry('a')]);
  await written(entry('b'));
  expect(await readBack()).toEqual([entry('a'), entry('b')]);
});

it('refuses a journal damaged before its last line, and says which line', async () => {
  await written(entry('a'), entry('b'), entry('c'));
  const text = await readFile(path(), 'utf8');
  await writeFile(path(), text.replace('"b"', '"x"'));
  await expect(FileJournal.open(path())).rejects.toThrow(/journal\.log: line 2 of the journal is damaged/);
});

it('compacts in one step, and goes on in the new file', async () => {
  const { journal } = await FileJournal.open(path());
  await journal.append([entry('a'), entry('a', 2), entry('a', 3)]);
  await journal.compact([entry('a', 3)]);
  await journal.append([entry('b')]);
  await journal.close();
  expect(await readBack()).toEqual([entry('a', 3), entry('b')]);
});
