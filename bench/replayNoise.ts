import * as z from 'zod/mini';
import { counterIncrease } from '../src/domain/guards/counterIncrease';
import type { RawSample } from '../src/domain/guards/RawSample';
import { median } from '../src/domain/stats/median';
import { seriesNoise, type SeriesNoise } from '../src/domain/stats/seriesNoise';

const WINDOW_MS = 20_000;
const INSTANCES = 6;

const matrix = z.object({
  data: z.object({ result: z.array(z.object({ metric: z.record(z.string(), z.string()), values: z.array(z.tuple([z.number(), z.string()])) })) }),
});

/** Logarithms of mean latency, one row a window of 20 s, one column an instance. */
export interface Replay {
  readonly rows: ReadonlyArray<readonly number[]>;
  readonly instances: readonly string[];
  /** Of log(first / median of the others), as the judge sees it. */
  readonly noise: SeriesNoise;
}

/**
 * Mean latency of six instances of a running service, from the raw samples of a Prometheus.
 * @param selector of one service, for example `{service="checkout"}`
 * @throws Error saying what is missing
 */
export async function replayNoise(url: string, selector: string, minutes: number): Promise<Replay> {
  const [sums, counts] = await Promise.all(['sum', 'count'].map((part) => raw(url, `http_request_duration_seconds_${part}${selector}[${minutes}m]`)));
  const instances = [...(sums?.keys() ?? [])].filter((i) => counts?.has(i)).sort().slice(0, INSTANCES);
  if (sums === undefined || counts === undefined || instances.length < INSTANCES) {
    throw new Error(`${selector} has ${instances.length} instances in ${url}; ${INSTANCES} are needed`);
  }
  const ends = instances.flatMap((i) => sums.get(i)?.flat().map((s) => s.at) ?? []);
  const from = Math.min(...ends);
  const windows = Math.floor((Math.max(...ends) - from) / WINDOW_MS);
  const meanAt = (instance: string, at: number) => {
    const spent = counterIncrease(sums.get(instance) ?? [], at, at + WINDOW_MS);
    const ended = counterIncrease(counts.get(instance) ?? [], at, at + WINDOW_MS);
    return spent === null || ended === null || ended === 0 ? NaN : Math.log(spent / ended);
  };
  const rows = Array.from({ length: windows }, (_, w) => instances.map((i) => meanAt(i, from + w * WINDOW_MS))).filter((row) => row.every(Number.isFinite));
  const noise = seriesNoise(rows.map(([own = NaN, ...others]) => own - (median(others) ?? NaN)));
  if (noise === null || rows.length < 30) {
    throw new Error(`${rows.length} windows of 20 s with data of all ${INSTANCES} instances in ${url}; 30 are needed`);
  }
  return { rows, instances, noise };
}

/** Series by instance. */
async function raw(url: string, query: string): Promise<Map<string, RawSample[][]>> {
  const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query }), signal: AbortSignal.timeout(60_000) });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  }
  const found = new Map<string, RawSample[][]>();
  for (const { metric, values } of z.parse(matrix, await response.json()).data.result) {
    const instance = metric['instance'] ?? '';
    found.set(instance, [...(found.get(instance) ?? []), values.map(([at, value]) => ({ at: at * 1000, value: Number(value) }))]);
  }
  return found;
}

/** The same history from another moment and with another instance as the target: rows turned, columns turned. */
export function turned(rows: Replay['rows'], by: number): Replay['rows'] {
  const column = by % INSTANCES;
  const start = Math.floor((by * 0.6180339887) % 1 * rows.length);
  return [...rows.slice(start), ...rows.slice(0, start)].map((row) => [...row.slice(column), ...row.slice(0, column)]);
}
