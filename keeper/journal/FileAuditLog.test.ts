import fs from 'node:fs';
import { appendFile, mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileAuditLog } from './FileAuditLog';

const event = (pool: string) => ({ at: 1, pool, kind: 'stopped', actor: 'ada', leaseId: null, runId: null, detail: '' });

it('numbers on after a long log whose end cannot be read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-audit-'));
  const path = join(folder, 'audit.jsonl');
  await appendFile(path, `${JSON.stringify({ id: 41, ...event('a') })}\n${JSON.stringify({ id: 42, ...event('é'.repeat(30_000)) })}\n${'x'.repeat(400_000)}`);
  const log = await FileAuditLog.open(path);
  await log.append(event('b'));
  expect((await log.list('b', 0, 10)).map((e) => e.id)).toEqual([43]);
  await log.close();
  await rm(folder, { recursive: true, force: true });
});

it('numbers events on over restarts and torn lines, and pages by pool', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-audit-'));
  const path = join(folder, 'audit.jsonl');
  const first = await FileAuditLog.open(path);
  await first.append(event('a'));
  await first.append(event('b'));
  await first.close();
  await appendFile(path, '{"id":3,"at"');
  const second = await FileAuditLog.open(path);
  await second.append(event('a'));
  expect((await second.list(null, 0, 10)).map((e) => [e.id, e.pool])).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'a'],
  ]);
  expect((await second.list('a', 1, 10)).map((e) => e.id)).toEqual([3]);
  expect((await second.list(null, 0, 1)).map((e) => e.id)).toEqual([1]);
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

it('loses no event after one that was written in part', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-audit-'));
  const path = join(folder, 'audit.jsonl');
  const log = await FileAuditLog.open(path);
  await log.append(event('a'));
  const probe = await open(path, 'r');
  const full = jest.spyOn(Object.getPrototypeOf(probe) as FileHandle, 'appendFile').mockImplementationOnce(async function (this: FileHandle, data) {
    await this.write(String(data).slice(0, 12));
    throw new Error('the disk is full');
  });
  await expect(log.append(event('b'))).rejects.toThrow('the disk is full');
  full.mockRestore();
  await probe.close();
  await log.append(event('c'));
  const seen = [[1, 'a'], [3, 'c']];
  expect((await log.list(null, 0, 10)).map((e) => [e.id, e.pool])).toEqual(seen);
  await log.close();
  const again = await FileAuditLog.open(path);
  expect((await again.list(null, 0, 10)).map((e) => [e.id, e.pool])).toEqual(seen);
  await again.close();
  await rm(folder, { recursive: true, force: true });
});

it('reads a long log through once, and finds each page of it, with what was appended since', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'headroom-audit-'));
  const path = join(folder, 'audit.jsonl');
  const old = Array.from({ length: 3000 }, (_, index) => JSON.stringify({ id: index + 1, ...event(index % 1000 === 0 ? 'räre' : 'a'), detail: 'é'.repeat(40) }));
  await appendFile(path, `${old.slice(0, 1500).join('\n')}\n{"torn\n${old.slice(1500).join('\n')}\n`);
  const log = await FileAuditLog.open(path);
  await log.append(event('räre'));
  const reading = jest.spyOn(fs, 'createReadStream');
  const ids = async (pool: string | null, after: number, limit: number) => (await log.list(pool, after, limit)).map(({ id }) => id);
  expect(await ids('räre', 0, 10)).toEqual([1, 1001, 2001, 3001]);
  expect(await ids('räre', 1001, 1)).toEqual([2001]);
  expect(await ids(null, 2998, 10)).toEqual([2999, 3000, 3001]);
  await log.append(event('räre'));
  expect(await ids('räre', 2001, 10)).toEqual([3001, 3002]);
  expect(await ids(null, 3002, 10)).toEqual([]);
  expect(reading).toHaveBeenCalledTimes(1);
  reading.mockRestore();
  await log.close();
  await rm(folder, { recursive: true, force: true });
});
