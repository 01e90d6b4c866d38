import { createServer, type Server } from 'node:http';

type Manner = 'serves' | 'fails' | 'hangs' | 'unhealthy';

/** A small server behind the router: counts what reaches it and names itself in every answer. */
export class Backend {
  received = 0;
  private manner: Manner = 'serves';
  private server: Server | null = null;

  constructor(
    readonly id: string,
    readonly port: number
  ) {}

  static async start(id: string, port: number): Promise<Backend> {
    const backend = new Backend(id, port);
    await backend.up();
    return backend;
  }

  behave(manner: Manner): void {
    this.manner = manner;
  }

  up(): Promise<void> {
    if (this.server) {
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const server = createServer((request, response) => {
        if (request.url === '/healthz') {
          response.writeHead(this.manner === 'unhealthy' ? 503 : 200).end();
          return;
        }
        this.received += 1;
        if (this.manner !== 'hangs') {
          response.writeHead(this.manner === 'fails' ? 500 : 200, { 'x-member': this.id }).end('ok\n');
        }
      });
      server.once('error', reject);
      server.listen(this.port, '127.0.0.1', () => resolve());
      this.server = server;
    });
  }

  /** Gone at once, as after a crash. */
  async down(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (server) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  }
}
