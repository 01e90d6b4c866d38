import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LockFile } from './LockFile';

let folder: string;
const QUICK = { beatMs: 20, silentMs: 300 };
const BOOT = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
const nothing = () => undefined;

/** Waits as long as a test may take. */
async function until(is: () => boolean): Promise<void> {
  while (!is()) {
    await pause(10);
  }
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'headroom-lock-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps another living process out', async () => {
  const path = join(folder, 'a.lock');
  const start = readFileSync(`/proc/${process.ppid}/stat`, 'utf8');
  await writeFile(path, `${process.ppid} ${start.slice(start.lastIndexOf(')') + 2).split(' ')[19] ?? ''}\n`);
  await expect(LockFile.take(path, nothing)).rejects.toThrow(`another keeper, process ${process.ppid}`);
});

it.each([
  ['a process that is gone', '999999999 1\n'],
  ['a number used again by a younger process', `${process.ppid} 1\n`],
  ['a crash before the number was written', ''],
])('takes over a lock left by %s', async (_name, text) => {
  const path = join(folder, 'a.lock');
  await writeFile(path, text);
  const lock = await LockFile.take(path, nothing);
  await lock.release();
  expect(existsSync(path)).toBe(false);
});

it.each([
  ['another container of this machine', `1 5 ${BOOT} pid:[1] x\n`],
  ['another machine', '1 5 another-boot pid:[1] x\n'],
])('keeps out while a holder in %s touches its file', async (_, text) => {
  const path = join(folder, 'a.lock');
  await writeFile(path, text);
  const beats = setInterval(() => void utimes(path, new Date(), new Date()), 20);
  const taken = LockFile.take(path, nothing, { ...QUICK, silentMs: 60_000 });
  await expect(taken).rejects.toThrow(/process 1 of another container or machine, holds .*a\.lock and lives.*Stop that one first/);
  clearInterval(beats);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

it.each([
  ['listens', true, 0],
  ['does not listen any more, though its file was touched just now', false, 1],
])('asks the kernel about a holder in another container of this machine that %s', async (_, listens, taken) => {
  const path = join(folder, 'a.lock');
  const text = `1 5 ${BOOT} pid:[1] x\n`;
  await writeFile(path, text);
  const socket = `${path}.${createHash('sha256').update(text).digest('hex').slice(0, 12)}.sock`;
  const holder = spawn(process.execPath, ['-e', `require('net').createServer().listen(${JSON.stringify(socket)}, () => console.log('listens'))`]);
  await once(holder.stdout, 'data');
  if (!listens) {
    // As in life: the file of the socket stays.
    holder.kill('SIGKILL');
    await once(holder, 'exit');
  }
  const begin = performance.now();
  const tries = await Promise.allSettled([LockFile.take(path, nothing, { beatMs: 1000, silentMs: 60_000 })]);
  expect(performance.now() - begin).toBeLessThan(30_000);
  const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(won).toHaveLength(taken);
  await won[0]?.release();
  expect((await readdir(folder)).length).toBe(listens ? 2 : 0);
  holder.kill('SIGKILL');
});

it.each([
  // Waiting takes longer than whatever a busy machine does; not waiting, less than it would have to.
  ['another container of this machine, silent for long', `1 5 ${BOOT} pid:[1] x\n`, 120_000, 60_000, false],
  ['another container of this machine, killed just now', `1 5 ${BOOT} pid:[1] x\n`, 0, QUICK.silentMs, true],
  ['another machine, whose clock is nobody\'s proof', '1 5 another-boot pid:[1] x\n', 120_000, QUICK.silentMs, true],
])('takes over from a holder in %s', async (_, text, ageMs, silentMs, waits) => {
  const path = join(folder, 'a.lock');
  await writeFile(path, text);
  const touched = new Date(Date.now() - ageMs);
  await utimes(path, touched, touched);
  const begin = performance.now();
  const lock = await LockFile.take(path, nothing, { ...QUICK, silentMs });
  expect(performance.now() - begin > silentMs / 2).toBe(waits);
  await lock.release();
});

it('is taken over by one of many who try at once, and leaves nothing behind', async () => {
  for (let round = 0; round < 10; round += 1) {
    const path = join(folder, `${round}.lock`);
    await writeFile(path, '999999999 1\n');
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => LockFile.take(path, nothing)));
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
  }
  expect(await readdir(folder)).toEqual([]);
});

it('goes on where one died while it took a lock over', async () => {
  const path = join(folder, 'a.lock');
  await writeFile(path, '999999999 1\n');
  const claim = createHash('sha256').update('999999999 1\n').digest('hex').slice(0, 12);
  await writeFile(`${path}.${claim}`, '999999998 1\n');
  await (await LockFile.take(path, nothing)).release();
  expect(await readdir(folder)).toEqual([]);
});

it('tells a holder that its lock was taken over, and leaves it to the new one', async () => {
  const path = join(folder, 'a.lock');
  const lost = jest.fn();
  const lock = await LockFile.take(path, lost, QUICK);
  await pause(60);
  expect(lost).not.toHaveBeenCalled();
  await writeFile(path, '7 1 another-boot pid:[1] x\n');
  await until(() => lost.mock.calls.length > 0);
  await pause(60);
  expect(lost).toHaveBeenCalledTimes(1);
  await lock.release();
  expect(existsSync(path)).toBe(true);
});

it('touches its file while it lives', async () => {
  const path = join(folder, 'a.lock');
  const lock = await LockFile.take(path, nothing, QUICK);
  const long = new Date(0);
  await utimes(path, long, long);
  await until(() => statSync(path).mtimeMs > 0);
  await lock.release();
});
