import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const meta = z.object({ maxTime: z.number() });

async function endOf(file: string): Promise<number> {
  try {
    return meta.parse(JSON.parse(await readFile(file, 'utf8'))).maxTime;
  } catch {
    return 0;
  }
}

/** End of the newest block in a Prometheus data folder; 0 without blocks. */
export async function lastSampleTime(dataDir: string): Promise<number> {
  const names = await readdir(dataDir).catch(() => []);
  const ends = await Promise.all(names.map((name) => endOf(path.join(dataDir, name, 'meta.json'))));
  return Math.max(0, ...ends);
}
