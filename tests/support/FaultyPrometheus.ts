import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Ways in which a data source misbehaves. */
export type Fault =
  | 'none'
  /** Nobody listens: the connection breaks at once. */
  | 'down'
  /** Takes the question and never answers. */
  | 'stalled'
  | 'too-many-samples'
  | 'parse-error'
  | 'unavailable'
  /** A login page instead of data. */
  | 'html'
  /** The answer ends in the middle. */
  | 'truncated';

interface Canned {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const refusal = (errorType: string, error: string): string => JSON.stringify({ status: 'error', errorType, error });

/** Word for word what Prometheus and its proxies say. */
const CANNED: Readonly<Partial<Record<Fault, Canned>>> = {
  'too-many-samples': {
    status: 422,
    type: 'application/json',
    body: refusal('execution', 'query processing would load too many samples into memory in query execution'),
  },
  'parse-error': {
    status: 400,
    type: 'application/json',
    body: refusal('bad_data', 'invalid parameter "query": 1:8: parse error: unexpected character: \'@\''),
  },
  unavailable: { status: 503, type: 'text/plain', body: 'Service Unavailable' },
  html: { status: 200, type: 'text/html', body: '<!doctype html><html><body><form>Sign in</form></body></html>' },
};

/** A question as the data source sees it. */
export interface Asked {
  readonly path: string;
  readonly params: URLSearchParams;
}

/** A real Prometheus behind a proxy that can be told to misbehave, for all questions or for some. */
export class FaultyPrometheus {
  private fault: Fault = 'none';
  private hits: (asked: Asked) => boolean = () => true;
  private readonly stalled = new Set<ServerResponse>();
  /** Questions answered with the fault in force. */
  spoiled = 0;
  /** Questions passed on. */
  passed = 0;

  private constructor(
    private readonly behind: string,
    private readonly server: Server,
    readonly url: string
  ) {}

  static async start(behind: string): Promise<FaultyPrometheus> {
    const server = createServer();
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const proxy = new FaultyPrometheus(behind, server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => void proxy.answer(request, response));
    return proxy;
  }

  /** From now on. @param hits which questions it happens to; all when left out */
  misbehave(fault: Fault, hits: (asked: Asked) => boolean = () => true): void {
    this.fault = fault;
    this.hits = hits;
    this.stalled.forEach((response) => response.destroy());
    this.stalled.clear();
  }

  heal(): void {
    this.misbehave('none');
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const body = Buffer.concat(chunks);
    const url = new URL(request.url ?? '/', this.behind);
    const params = new URLSearchParams([...url.searchParams, ...new URLSearchParams(body.toString('utf8'))]);
    if (this.fault === 'none' || !this.hits({ path: url.pathname, params })) {
      this.passed++;
      await this.pass(request, url, body, response, false);
      return;
    }
    this.spoiled++;
    await this.spoil(request, url, body, response);
  }

  private async spoil(request: IncomingMessage, url: URL, body: Buffer, response: ServerResponse): Promise<void> {
    const canned = CANNED[this.fault];
    if (canned) {
      response.writeHead(canned.status, { 'content-type': canned.type });
      response.end(canned.body);
    } else if (this.fault === 'down') {
      response.destroy();
    } else if (this.fault === 'stalled') {
      this.stalled.add(response);
    } else {
      await this.pass(request, url, body, response, true);
    }
  }

  private async pass(
    request: IncomingMessage,
    url: URL,
    body: Buffer,
    response: ServerResponse,
    cut: boolean
  ): Promise<void> {
    const type = request.headers['content-type'];
    const reply = await fetch(url, {
      method: request.method,
      headers: type === undefined ? {} : { 'content-type': type },
      body: request.method === 'POST' ? new Uint8Array(body) : undefined,
    }).catch(() => undefined);
    if (!reply) {
      response.destroy();
      return;
    }
    const text = await reply.text();
    response.writeHead(reply.status, { 'content-type': reply.headers.get('content-type') ?? 'text/plain' });
    response.end(cut ? text.slice(0, Math.floor(text.length / 2)) : text);
  }
}
