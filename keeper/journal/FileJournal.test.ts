import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, open, readdir, readFile, readlink, rm, writeFile, type FileHandle } from 'node:fs/promises';
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

const sealed = (json: string): string => `${createHash('sha256').update(json).digest('hex').slice(0, 8)} ${json}\n`;

/** What every open file does, for as long as a test lasts. */
async function ofEveryFile(): Promise<FileHandle> {
  const probe = await open(folder, 'r');
  const prototype = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  return prototype;
}

/** Names of all this process has open. */
async function openFiles(): Promise<string> {
  const names = await Promise.all((await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')));
  return names.join('\n');
}

/** The disk takes half of the next line and no more. */
function halfWritten(files: FileHandle): void {
  jest.spyOn(files, 'appendFile').mockImplementationOnce(async function (this: FileHandle, data) {
    await this.write(String(data).slice(0, 20));
    throw new Error('the disk is full');
  });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-journal-'));
});

afterEach(() => jest.restoreAllMocks());

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

it('leaves no hole where a write failed after a compaction', async () => {
  const { journal } = await FileJournal.open(path());
  await journal.append([entry('a')]);
  await journal.compact([entry('a', 2)]);
  halfWritten(await ofEveryFile());
  await expect(journal.append([entry('b')])).rejects.toThrow('the disk is full');
  await journal.append([entry('c')]);
  await journal.close();
  expect(await readFile(path(), 'utf8')).not.toContain('\u0000');
  expect(await readBack()).toEqual([entry('a', 2), entry('c')]);
});

it('cuts half a line off before the next one when it could not be cut off at once', async () => {
  const { journal } = await FileJournal.open(path());
  const files = await ofEveryFile();
  halfWritten(files);
  jest.spyOn(files, 'truncate').mockRejectedValueOnce(new Error('not now'));
  await expect(journal.append([entry('a')])).rejects.toThrow('the disk is full');
  await journal.append([entry('b')]);
  await journal.close();
  expect(await readBack()).toEqual([entry('b')]);
});

it('writes into the file that has the name, though its folder could not be synced, and says when it is not durable', async () => {
  const { journal } = await FileJournal.open(path());
  const files = await ofEveryFile();
  const sync = jest.spyOn(files, 'sync');
  sync.mockImplementationOnce(() => Promise.resolve());
  sync.mockRejectedValueOnce(new Error('the folder cannot be synced'));
  sync.mockRejectedValueOnce(new Error('still not'));
  await expect(journal.compact([entry('a')])).rejects.toThrow('the folder cannot be synced');
  await expect(journal.append([entry('b')])).rejects.toThrow('still not');
  await journal.append([entry('c')]);
  await journal.close();
  expect(await readBack()).toEqual([entry('a'), entry('c')]);
});

it('goes on in the old file, with nothing left open, when the new one cannot be written', async () => {
  const { journal } = await FileJournal.open(path());
  await journal.append([entry('a')]);
  const files = await ofEveryFile();
  jest.spyOn(files, 'appendFile').mockRejectedValueOnce(new Error('the disk is full'));
  await expect(journal.compact([entry('b')])).rejects.toThrow('the disk is full');
  expect(await openFiles()).not.toContain('journal.log.new');
  await journal.append([entry('c')]);
  await journal.close();
  expect(await readBack()).toEqual([entry('a'), entry('c')]);
});

it.each([
  ['of a kind it does not know', '{"kind":"splendour"}'],
  ['with a field it does not know how to read', '{"kind":"freeze","frozen":"yes"}'],
])('refuses a whole line %s, wherever it stands, and keeps it', async (_, json) => {
  await written(entry('a'));
  await appendFile(path(), sealed(json));
  const before = await readFile(path(), 'utf8');
  await expect(FileJournal.open(path())).rejects.toThrow(/journal\.log: line 2 of the journal is whole, but not of a kind this version of the keeper knows \((kind|frozen)/);
  expect(await readFile(path(), 'utf8')).toBe(before);
});

it('does not excuse a damaged line because a torn one follows', async () => {
  await written(entry('a'), entry('b'));
  const text = await readFile(path(), 'utf8');
  await writeFile(path(), `${text.replace('"b"', '"x"')}0123abcd {"kind"`);
  await expect(FileJournal.open(path())).rejects.toThrow(/line 2 of the journal is damaged/);
});
