import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { BLOCK_HOURS } from './blockRanges';

const run = promisify(execFile);

/** Turns one OpenMetrics file into blocks and moves them, whole, into Prometheus' data folder. */
export async function buildBlocks(textFile: string, dataDir: string, signal: AbortSignal): Promise<void> {
  const blocks = `${textFile}.blocks`;
  await rm(blocks, { recursive: true, force: true });
  await mkdir(blocks, { recursive: true });
  // The flag is hidden in promtool: with the default of two hours the file is read once for every two hours.
  const args = [
    'tsdb',
    'create-blocks-from',
    'openmetrics',
    '--quiet',
    `--max-block-duration=${BLOCK_HOURS}h`,
    textFile,
    blocks,
  ];
  await run('promtool', args, { signal });
  await mkdir(dataDir, { recursive: true });
  for (const block of await readdir(blocks)) {
    await rename(path.join(blocks, block), path.join(dataDir, block));
  }
  await rm(blocks, { recursive: true, force: true });
  await rm(textFile, { force: true });
}
