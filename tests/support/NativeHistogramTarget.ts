import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { histogramFamily, type NativeHistogram } from './NativeHistogram';

const PROTOBUF = 'application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited';

export interface HistoryOfHistograms {
  readonly name: string;
  readonly series: readonly NativeHistogram[];
  /** Times of the samples, epoch milliseconds, oldest first: one a scrape, so that minutes of history take seconds. */
  readonly times: readonly number[];
  /** What the series observe before each sample is taken. */
  readonly observe: (at: number) => void;
}

export interface NativeHistogramTarget {
  /** `host:port` for a scrape configuration. */
  readonly address: string;
  /** Resolves when the last sample was scraped. */
  readonly scraped: Promise<void>;
  stop(): Promise<void>;
}

/** A scrape target that hands out native histograms in protobuf, the only format Prometheus 2 reads them from. */
export async function startNativeHistogramTarget({ name, series, times, observe }: HistoryOfHistograms): Promise<NativeHistogramTarget> {
  const left = [...times];
  let finish = (): void => undefined;
  const scraped = new Promise<void>((resolve) => (finish = resolve));
  const server = createServer((_request, response) => {
    response.setHeader('content-type', PROTOBUF);
    const at = left.shift();
    if (at === undefined) {
      // The scrape after the last one: what the last one brought has been stored.
      response.end();
      finish();
      return;
    }
    observe(at);
    response.end(histogramFamily(name, series, at));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    scraped,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
