import * as z from 'zod/mini';
import { directTransport } from '../src/adapters/prometheus/directTransport';
import { PrometheusMetrics } from '../src/adapters/prometheus/PrometheusMetrics';
import type { WindowReading } from '../src/domain/canary/Judge';
import { builtInProfiles } from '../src/domain/catalogue/builtInProfiles';
import { resourceProfiles } from '../src/domain/catalogue/resourceProfiles';
import { serviceRef } from '../src/domain/catalogue/ServiceRef';
import { SIGNAL } from '../src/domain/ramp/Signal';
import { judgeWindow, JUDGED } from '../src/domain/ramp/windowReading';
import { median } from '../src/domain/stats/median';
import { seriesNoise, type SeriesNoise } from '../src/domain/stats/seriesNoise';
import { PrometheusTelemetry } from '../src/engine/loadtest/telemetry/PrometheusTelemetry';

const WINDOW_MS = 20_000;
const MINUTE = 60_000;
/** What is slow of a quick service: a bound the demo's histograms have, near their p98. */
const SLOW_SECONDS = 0.1;
const FEWEST_INSTANCES = 3;
const FEWEST_WINDOWS = 30;
const PROFILE = 'prometheus-http';

/** A service as a run would have read it, window by window. */
export interface Replay {
  readonly service: string;
  /** One row a window of 20 s, one column an instance. */
  readonly rows: ReadonlyArray<readonly WindowReading[]>;
  /** Of log(latency of the first / median of the others), as the judge sees it. */
  readonly noise: SeriesNoise;
}

const vector = z.object({ data: z.object({ result: z.array(z.object({ metric: z.object({ instance: z.string(), namespace: z._default(z.string(), '') }), value: z.tuple([z.number(), z.string()]) })) }) });

/**
 * What a load test reads of a running service, by the product's own telemetry: requests, failures, latency, slow requests and
 * CPU of each instance, since its youngest process began.
 * @throws Error saying what is missing
 */
export async function replayNoise(url: string, service: string, minutes: number): Promise<Replay> {
  const profile = builtInProfiles.find(({ id }) => id === PROFILE);
  const live = await instancesOf(url, service);
  const [first] = live;
  if (profile === undefined || first === undefined || live.length < FEWEST_INSTANCES) {
    throw new Error(`${service} has ${live.length} live instances in ${url}; ${FEWEST_INSTANCES} are needed`);
  }
  const members = live.map(({ instance }) => instance);
  const metrics = new PrometheusMetrics(directTransport(() => url), () => new Promise((resolve) => setImmediate(resolve)), () => performance.now());
  const telemetry = new PrometheusTelemetry(metrics, {
    source: 'replay',
    context: { profile, resource: resourceProfiles.find(({ id }) => id === 'process') ?? null, scope: [], scrapeInterval: 5_000, metrics: new Set(), recorded: new Set(), service: serviceRef('replay', PROFILE, profile.group, { namespace: first.namespace, service }) },
    target: first.instance,
    members: async () => members,
    known: () => Promise.reject(new Error('a replay asks for no facts')),
  });
  const read = await telemetry.read(minutes * MINUTE, AbortSignal.timeout(2 * MINUTE));
  if (!read.ok) {
    throw new Error(`${url}: ${read.error}`);
  }
  const { subjects } = read.value;
  const times = subjects.flatMap(({ series }) => (series[SIGNAL.requests] ?? []).flatMap((one) => one.map((s) => s.at)));
  const from = times.reduce((a, b) => Math.min(a, b), Infinity);
  const begun = Math.max(from, ...live.map(({ startedAt }) => startedAt + MINUTE));
  const windows = Math.floor((times.reduce((a, b) => Math.max(a, b), 0) - begun) / WINDOW_MS);
  const rows = Array.from({ length: Math.max(0, windows) }, (_, w) => judgeWindow(subjects, null, begun + w * WINDOW_MS, begun + (w + 1) * WINDOW_MS, SLOW_SECONDS))
    .flatMap((window) => (window === null ? [] : [[window.target, ...window.peers]]))
    .filter((row) => row.length === members.length && row.every(({ values, requests }) => requests !== null && typeof values[JUDGED.latency] === 'number'));
  const noise = seriesNoise(rows.map(shiftOf));
  if (noise === null || rows.length < FEWEST_WINDOWS) {
    throw new Error(`${rows.length} windows of 20 s with data of all ${members.length} instances of ${service} in ${url}; ${FEWEST_WINDOWS} are needed`);
  }
  return { service, rows, noise };
}

function shiftOf([own, ...others]: readonly WindowReading[]): number {
  const [mine = NaN, ...theirs] = [own, ...others].map((reading) => Math.log(reading?.values[JUDGED.latency] ?? NaN));
  return mine - (median(theirs) ?? NaN);
}

interface LiveInstance {
  readonly instance: string;
  readonly namespace: string;
  readonly startedAt: number;
}

async function instancesOf(url: string, service: string): Promise<readonly LiveInstance[]> {
  const query = `process_start_time_seconds{service=${JSON.stringify(service)}}`;
  const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body: new URLSearchParams({ query }), signal: AbortSignal.timeout(MINUTE) });
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}: ${(await response.text()).slice(0, 300)}`);
  }
  const { result } = z.parse(vector, await response.json()).data;
  return result.map(({ metric, value }) => ({ ...metric, startedAt: Number(value[1]) * 1000 })).sort((a, b) => a.instance.localeCompare(b.instance));
}

/** The same history from another moment and with another instance as the target: rows turned, columns turned. */
export function turned(rows: Replay['rows'], by: number): Replay['rows'] {
  const column = by % (rows[0]?.length ?? 1);
  const start = Math.floor((by * 0.6180339887) % 1 * rows.length);
  return [...rows.slice(start), ...rows.slice(0, start)].map((row) => [...row.slice(column), ...row.slice(0, column)]);
}
