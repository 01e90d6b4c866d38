import { createServer, type IncomingMessage, request as send, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A call that was kept back. */
export interface HeldCall {
  /** Sends it on now, whether or not its sender is still there. Answers the status and body of the answer. */
  release(): Promise<{ readonly status: number; readonly body: string }>;
}

interface Passing {
  readonly method: string;
  readonly path: string;
  readonly body: Buffer;
}

/** Calls below this are never answered. */
export const STALLED_PATH = '/stalled/';

/** Stands between the browser and Grafana: keeps back one call that is waited for, and never answers some. */
export class HoldingProxy {
  /** Every call that reached Grafana, in order, as `method path`. */
  readonly passed: string[] = [];
  private isStalling = true;
  private readonly stalled = new Set<ServerResponse>();
  private wanted: { readonly is: (call: Passing) => boolean; readonly found: (call: HeldCall) => void } | null = null;
  private readonly server: Server;
  private readonly target: URL;

  constructor(target: string) {
    this.target = new URL(target);
    this.server = createServer((request, response) => void this.take(request, response));
  }

  /** Answers the address, without a slash at its end. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  get stalledCalls(): number {
    return this.stalled.size;
  }

  /** Breaks off what was never answered, and answers it when it comes again: Chromium repeats what broke off without an answer. */
  breakStalled(): void {
    this.isStalling = false;
    this.stalled.forEach((response) => response.destroy());
    this.stalled.clear();
  }

  /** Keeps back the next call of that kind. */
  hold(is: (method: string, path: string, body: string) => boolean): Promise<HeldCall> {
    return new Promise((found) => {
      this.wanted = { is: ({ method, path, body }) => is(method, path, body.toString()), found };
    });
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    try {
      for await (const part of request) {
        parts.push(part as Buffer);
      }
    } catch {
      return;
    }
    const call = { method: request.method ?? 'GET', path: request.url ?? '/', body: Buffer.concat(parts) };
    if (call.path.startsWith(STALLED_PATH) && !this.isStalling) {
      response.writeHead(204).end();
    } else if (call.path.startsWith(STALLED_PATH)) {
      this.stalled.add(response);
      response.once('close', () => this.stalled.delete(response));
    } else if (this.wanted?.is(call)) {
      const { found } = this.wanted;
      this.wanted = null;
      found({ release: () => this.passHeld(call, request) });
    } else {
      this.pass(call, request, response);
    }
  }

  private pass(call: Passing, from: IncomingMessage, to: ServerResponse): void {
    const onward = this.onward(call, from);
    to.once('close', () => onward.destroy());
    onward.once('error', () => to.destroy());
    onward.once('response', (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(to);
    });
    onward.end(call.body);
  }

  private passHeld(call: Passing, from: IncomingMessage): Promise<{ readonly status: number; readonly body: string }> {
    return new Promise((resolve, reject) => {
      const onward = this.onward(call, from);
      onward.once('error', reject);
      onward.once('response', (answer) => {
        let body = '';
        answer.setEncoding('utf8').on('data', (part: string) => (body += part));
        answer.once('end', () => resolve({ status: answer.statusCode ?? 0, body }));
        answer.once('error', reject);
      });
      onward.end(call.body);
    });
  }

  private onward({ method, path }: Passing, { headers }: IncomingMessage) {
    this.passed.push(`${method} ${path.split('?')[0]}`);
    return send({ host: this.target.hostname, port: this.target.port, method, path, headers });
  }
}
