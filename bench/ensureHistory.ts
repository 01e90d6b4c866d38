import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { blocks } from './BenchHistory';

/** Raise it when the history changes. */
const VERSION = 2;

/** Data directory with the history of so many services; made on the first run, found on the next. */
export async function ensureHistory(services: number, cache: string, tell: (line: string) => void): Promise<string> {
  const done = join(cache, `v${VERSION}-${services}`);
  if (await exists(done)) {
    return done;
  }
  const making = `${done}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const waiting = blocks();
  const total = waiting.length;
  tell(`making ${total} blocks of history for ${services} services, once`);
  const work = async () => {
    for (let span = waiting.pop(); span; span = waiting.pop()) {
      await inProcess([services, span[0], span[1], making]);
      tell(`  ${total - waiting.length} of ${total} begun or done`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  await rename(making, done);
  return done;
}

async function inProcess(args: ReadonlyArray<string | number>): Promise<void> {
  const [code] = await once(fork(join(import.meta.dirname, 'makeBlock.ts'), args.map(String)), 'exit');
  if (code !== 0) {
    throw new Error(`a block of history could not be made (${String(code)})`);
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );
