import { appendFile, mkdtemp, rm } from 'node:fs/promises';
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
