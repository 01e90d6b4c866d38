import { createServer } from 'node:http';

export interface TextExporter {
  /** `127.0.0.1:port` */
  readonly address: string;
  stop(): Promise<void>;
}

/** Something to scrape whose text is made anew each time. */
export async function startTextExporter(text: () => string): Promise<TextExporter> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/plain; version=0.0.4');
    response.end(text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
