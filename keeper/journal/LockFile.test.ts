import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LockFile } from './LockFile';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps another living process out', async () => {
  const path = join(folder, 'a.lock');
  const start = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  await writeFile(path, `${process.ppid} ${start.slice(start.lastIndexOf(')') + 2).split(' ')[19] ?? ''}\n`);
  await expect(LockFile.take(path)).rejects.toThrow(`another keeper, process ${process.ppid}`);
});

it.each([
  ['a process that is gone', '999999999 1\n'],
  ['a number used again by a younger process', `${process.ppid} 1\n`],
  ['a crash before the number was written', ''],
])('takes over a lock left by %s', async (_name, text) => {
  const path = join(folder, 'a.lock');
  await writeFile(path, text);
  const lock = await LockFile.take(path);
  await lock.release();
  expect(existsSync(path)).toBe(false);
});
