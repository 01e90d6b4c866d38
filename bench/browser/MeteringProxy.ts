import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MeteredRequest } from './MeteredRequest';

/** Statistics stand at the end of an answer. */
const TAIL = 2_000;

/**
 * Stands between the data source and the Prometheus, passes everything on and keeps a log. The made-up history ends in
 * the past, so the server's own "now" becomes the benchmark's.
 */
export class MeteringProxy {
  readonly log: MeteredRequest[] = [];
  inFlight = 0;
  private historyMayPass = Promise.resolve();
  private readonly server: Server;

  constructor(
    private readonly target: string,
    private readonly now: () => number
  ) {
    this.server = createServer((request, response) => void this.pass(request, response));
  }

  /** @param port 0 = any */
  async start(port: number): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Questions about history wait until the returned function is called. */
  withholdHistory(): () => void {
    let release = () => {};
    this.historyMayPass = new Promise((resolve) => (release = resolve));
    return release;
  }

  private async pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.target);
    const form = await bodyOf(request);
    const params = new URLSearchParams([...url.searchParams, ...new URLSearchParams(form)]);
    if (url.pathname === '/api/v1/query' && !params.has('time')) {
      params.set('time', String(this.now() / 1000));
    }
    url.search = '';
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const startedAt = Date.now();
    this.inFlight++;
    try {
      if (url.pathname === '/api/v1/query_range') {
        await this.historyMayPass;
      }
      const answer = await send(url, request.method ?? 'GET', params, gone.signal);
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/json' });
      const { bytes, tail } = await copy(answer, response);
      this.log.push({
        path: url.pathname.replace('/api/v1/', ''),
        params: new Map(params),
        startedAt,
        endedAt: Date.now(),
        status: answer.status,
        bytes,
        samples: samplesIn(tail),
      });
    } catch {
      response.destroy();
    } finally {
      this.inFlight--;
    }
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString();
}

/** Uncompressed: the page and the server are on one machine. */
function send(url: URL, method: string, params: URLSearchParams, signal: AbortSignal): Promise<Response> {
  const headers = { 'accept-encoding': 'identity' };
  return method === 'POST'
    ? fetch(url, { method, body: params, headers, signal })
    : fetch(`${url.href}?${params.toString()}`, { headers, signal });
}

async function copy(answer: Response, response: ServerResponse): Promise<{ bytes: number; tail: string }> {
  let bytes = 0;
  let tail = '';
  const reader = answer.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    bytes += part.value.length;
    tail = (tail + Buffer.from(part.value.slice(-TAIL)).toString()).slice(-TAIL);
    response.write(part.value);
  }
  response.end();
  return { bytes, tail };
}

function samplesIn(tail: string): number | null {
  const found = /"totalQueryableSamples":(\d+)/.exec(tail);
  return found ? Number(found[1]) : null;
}
