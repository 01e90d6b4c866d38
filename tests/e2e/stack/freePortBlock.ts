import { createServer } from 'node:net';

const FIRST = 25_080;
const STEP = 200;
const LAST = 31_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** First port of a run of `length` ports nobody listens on; below the range the system hands out by itself. */
export async function freePortBlock(length: number): Promise<number> {
  for (let first = FIRST; first <= LAST; first += STEP) {
    const ports = Array.from({ length }, (_, i) => first + i);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) {
      return first;
    }
  }
  throw new Error(`no ${length} free ports in a row between ${FIRST} and ${LAST}`);
}
