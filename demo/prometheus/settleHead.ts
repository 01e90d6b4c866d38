import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type ChildProcesses } from '../cli/childProcesses';
import { DemoError } from '../cli/demoError';
import { type DemoPaths } from '../demoPaths';
import { type DemoPorts } from '../demoPorts';
import { prometheusProcess, prometheusUrl } from './prometheusProcess';

const answer = z.object({ data: z.object({ name: z.string() }) });

async function takeSnapshot(ports: DemoPorts): Promise<string> {
  const response = await fetch(`${prometheusUrl(ports)}/api/v1/admin/tsdb/snapshot`, { method: 'POST' });
  const parsed = answer.safeParse(await response.json());
  if (!parsed.success) {
    throw new DemoError('Prometheus could not store the samples of the last run. Start again with --fresh.');
  }
  return parsed.data.data.name;
}

/**
 * Turns what the last run left in Prometheus' write-ahead log into a block. Needed before a gap is filled: Prometheus
 * drops every logged sample that is older than its newest block.
 */
export async function settleHead(paths: DemoPaths, ports: DemoPorts, children: ChildProcesses): Promise<void> {
  const log = path.join(paths.data, 'wal');
  if (!existsSync(log) || (await readdir(log)).length === 0) {
    return;
  }
  const spec = prometheusProcess(paths, ports, [], '--web.enable-admin-api');
  await children.start(spec);
  const name = await takeSnapshot(ports);
  await children.stop(spec.name);
  const settled = paths.in('settled');
  await rm(settled, { recursive: true, force: true });
  await rename(path.join(paths.data, 'snapshots', name), settled);
  await rm(paths.data, { recursive: true, force: true });
  await rename(settled, paths.data);
}
