import { createServer } from 'node:net';
import { DemoError } from './demoError';

export interface NamedPort {
  readonly port: number;
  readonly what: string;
  /** Option that moves it. */
  readonly option: string;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Every port that is taken is named at once, with the option that moves it. */
export async function requireFreePorts(ports: readonly NamedPort[]): Promise<void> {
  const taken: NamedPort[] = [];
  for (const named of ports) {
    if (!(await isFree(named.port))) {
      taken.push(named);
    }
  }
  if (taken.length > 0) {
    const lines = taken.map(
      ({ port, what, option }) =>
        `Port ${port} (${what}) is taken. See who has it: ss -ltnp 'sport = :${port}'. Free it, or choose another with ${option}.`
    );
    throw new DemoError(lines.join('\n'));
  }
}
