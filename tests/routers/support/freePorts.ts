import { createServer } from 'node:net';

// Below the range the system gives to outgoing connections, which would take a port between the look and the use.
const LOWEST = 10_000;
const HIGHEST = 30_000;

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });

/** Ports nobody listens on now, all different; drawn by chance, so that tests beside each other rarely meet. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const ports = new Set<number>();
  while (ports.size < count) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (await isFree(port)) {
      ports.add(port);
    }
  }
  return [...ports];
}
