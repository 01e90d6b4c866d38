import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { STEP } from './BenchHistory';
import { FAMILIES, type BenchSeries } from './BenchSeries';

/** Program of its own: writes the samples of one span and turns them into a block. Arguments: services, from, to, data directory. */
async function makeBlock(services: number, from: number, to: number, data: string): Promise<void> {
  const file = `${data}-${from}.txt`;
  const out = createWriteStream(file, { highWaterMark: 4 * 1024 * 1024 });
  for (const [type, seriesOf] of FAMILIES) {
    await write(out, `# TYPE ${type}\n`);
    for (let service = 0; service < services; service++) {
      await write(out, seriesOf(service).map((series) => samples(series, from, to)).join(''));
    }
  }
  out.end('# EOF\n');
  await once(out, 'finish');
  const flags = ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', '--max-block-duration=54h', file, data];
  const [code] = await once(spawn('promtool', flags, { stdio: ['ignore', 'ignore', 'inherit'] }), 'exit');
  await rm(file);
  process.exitCode = Number(code);
}

/** Lines of a series within `[from, to)`. */
function samples({ name, valueAt, ...life }: BenchSeries, from: number, to: number): string {
  let text = '';
  const last = Math.min(to, life.to);
  for (let at = Math.max(from, life.from); at < last; at += STEP) {
    // Differences of rounded numbers are not round.
    text += `${name} ${Math.round(valueAt(at) * 100) / 100} ${at / 1000}\n`;
  }
  return text;
}

async function write(out: WriteStream, text: string): Promise<void> {
  if (!out.write(text)) {
    await once(out, 'drain');
  }
}

const [services, from, to, data] = process.argv.slice(2);
void makeBlock(Number(services), Number(from), Number(to), data ?? '');
