import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A stretch of wire between keeper and router on which one write can be held up, and arrives even if its sender gave up. */
export class DelayLine {
  private delayMs = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly target: NetConnectOpts,
    private readonly isWrite: (text: string) => boolean
  ) {
    server.on('connection', (client) => this.carry(client));
  }

  static start(port: number, target: NetConnectOpts, isWrite: (text: string) => boolean): Promise<DelayLine> {
    return new Promise((resolve, reject) => {
      const server = createServer({ allowHalfOpen: true });
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => resolve(new DelayLine(server, port, target, isWrite)));
    });
  }

  delayNext(ms: number): void {
    this.delayMs = ms;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(client: Socket): void {
    const router = connect(this.target);
    for (const socket of [client, router]) {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    }
    let order = Promise.resolve();
    const next = (act: () => void, waitMs = 0): void => {
      order = order.then(() => (waitMs > 0 ? sleep(waitMs) : undefined)).then(act);
    };
    client.on('data', (part: Buffer) => next(() => router.write(part), this.takeDelay(part)));
    client.on('end', () => next(() => router.end()));
    client.on('close', () => next(() => router.end()));
    client.on('error', () => next(() => router.end()));
    router.on('data', (part: Buffer) => client.writable && client.write(part));
    router.on('end', () => client.end());
    router.on('error', () => client.destroy());
  }

  private takeDelay(part: Buffer): number {
    if (this.delayMs === 0 || !this.isWrite(part.toString('utf8'))) {
      return 0;
    }
    const delay = this.delayMs;
    this.delayMs = 0;
    return delay;
  }
}
