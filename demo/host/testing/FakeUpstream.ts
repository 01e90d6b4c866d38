import { createServer, type Server } from 'node:http';

export interface SeenRequest {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** A data source that remembers what it was asked and answers what it is told to. */
export class FakeUpstream {
  readonly seen: SeenRequest[] = [];
  status = 200;
  answer = '{"status":"success","data":{"resultType":"vector","result":[]}}';
  contentType = 'application/json';
  /** Never answers while this is set. */
  isSilent = false;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        this.seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body });
        if (!this.isSilent) {
          response.writeHead(this.status, { 'content-type': this.contentType }).end(this.answer);
        }
      });
    });
  }

  get last(): SeenRequest {
    const last = this.seen.at(-1);
    if (!last) {
      throw new Error('nothing was asked');
    }
    return last;
  }

  start(): Promise<string> {
    return new Promise((resolve) => {
      this.server.listen(0, '127.0.0.1', () => {
        const address = this.server.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
      });
    });
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}
