import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { RouterWrite } from '../RouterAdapter';
import type { MemoryRouter } from './MemoryRouter';

/** The router in memory behind a port of this machine, so that it outlives a keeper that is killed. */
export class MemoryRouterServer {
  private constructor(
    private readonly server: Server,
    readonly url: string
  ) {}

  static async start(router: MemoryRouter): Promise<MemoryRouterServer> {
    const server = createServer((request, response) => {
      const answer = async (): Promise<unknown> => {
        const { method, pool, write } = JSON.parse(await text(request)) as { method: string; pool: string; write?: RouterWrite };
        switch (method) {
          case 'traits':
            return router.traits;
          case 'pools':
            return router.pools();
          case 'read':
            return router.read(pool);
          default:
            return write === undefined ? null : router.write(pool, write);
        }
      };
      answer()
        .then((body) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body)))
        .catch((reason: unknown) => response.writeHead(500).end(String(reason)));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new MemoryRouterServer(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
