import { isJsonObject, type JsonObject } from '../http/jsonBody';
import type { DataSource } from '../state/DataSource';
import { askDataSource } from './askDataSource';
import type { Answer } from './askUpstream';
import { promFrames, type PromResult } from './promFrames';
import { queryStep, seconds } from './queryStep';
import { upstreamUrl } from './upstreamRequest';

export interface QueryWindow {
  fromMs: number;
  toMs: number;
}

export interface QueryOutcome {
  status: number;
  error?: string;
  errorSource?: 'downstream';
  frames?: unknown[];
}

const number = (value: unknown, fallback: number): number =>
  typeof value === 'number' && value > 0 ? value : fallback;

const failed = (status: number, error: string): QueryOutcome => ({
  status,
  error,
  errorSource: 'downstream',
  frames: [],
});

/** As the proxy would answer; nobody is left to read a cancelled one. */
const UNANSWERED = { unreachable: 502, timeout: 504, cancelled: 499 } as const;

interface Spans {
  stepSeconds: number;
  rangeSeconds: number;
  scrapeSeconds: number;
  intervalSeconds: number;
}

/** The built-in variables Grafana's server fills in. */
function interpolate(expr: string, { stepSeconds, rangeSeconds, scrapeSeconds, intervalSeconds }: Spans): string {
  // The caller's interval, not the step that came of it: Grafana's server does the same.
  const rate = Math.max(intervalSeconds + scrapeSeconds, 4 * scrapeSeconds);
  const values: Readonly<Record<string, string>> = {
    __interval_ms: `${stepSeconds * 1000}`,
    __interval: `${stepSeconds}s`,
    __range_ms: `${Math.round(rangeSeconds * 1000)}`,
    __range_s: `${Math.round(rangeSeconds)}`,
    __range: `${Math.round(rangeSeconds)}s`,
    __rate_interval_ms: `${rate * 1000}`,
    __rate_interval: `${rate}s`,
  };
  return expr.replace(
    /\$\{(__\w+)\}|\$(__\w+)/g,
    (match, braced?: string, plain?: string) => values[braced ?? plain ?? ''] ?? match
  );
}

function plan(source: DataSource, query: JsonObject, window: QueryWindow) {
  const rangeSeconds = (window.toMs - window.fromMs) / 1000;
  const scrapeSeconds = seconds(query.interval) || seconds(source.jsonData.timeInterval) || 15;
  const stepSeconds = queryStep({
    rangeSeconds,
    maxDataPoints: number(query.maxDataPoints, 100),
    minStepSeconds: scrapeSeconds,
    intervalFactor: number(query.intervalFactor, 1),
  });
  const intervalSeconds = number(query.intervalMs, 1000) / 1000;
  const expr = interpolate(String(query.expr ?? ''), { stepSeconds, rangeSeconds, scrapeSeconds, intervalSeconds });
  const align = (ms: number): string => String(Math.floor(ms / 1000 / stepSeconds) * stepSeconds);
  const instant = query.instant === true;
  const parameters: Record<string, string> = instant
    ? { query: expr, time: String(window.toMs / 1000) }
    : { query: expr, start: align(window.fromMs), end: align(window.toMs), step: String(stepSeconds) };
  return { expr, stepSeconds, path: instant ? 'api/v1/query' : 'api/v1/query_range', parameters };
}

async function outcome(answer: Answer, toFrames: (result: PromResult) => unknown[]): Promise<QueryOutcome> {
  if (answer.kind !== 'answered') {
    return failed(
      UNANSWERED[answer.kind],
      answer.kind === 'unreachable' ? `request failed: ${answer.reason}` : `request failed: ${answer.kind}`
    );
  }
  const { status } = answer.response;
  const text = await answer.response.text();
  if (![200, 400, 422, 503].includes(status)) {
    return failed(status, `unexpected response with status code ${status}: ${text.slice(0, 1024)}`);
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return failed(status, 'the data source did not answer with JSON');
  }
  if (!isJsonObject(body) || body.status !== 'success') {
    const told = isJsonObject(body) ? `${String(body.errorType)}: ${String(body.error)}` : 'unexpected answer';
    return failed(status, told);
  }
  // Answers of a Prometheus; anything else shows up as a failed query in the panel, not as a wrong one.
  return { status: 200, frames: toFrames(body.data as PromResult) };
}

/** One target of `/api/ds/query` against a Prometheus. */
export async function runPromQuery(
  source: DataSource,
  query: JsonObject,
  window: QueryWindow,
  timeoutMs: number,
  signal: AbortSignal
): Promise<QueryOutcome> {
  const { expr, stepSeconds, path, parameters } = plan(source, query, window);
  const ask = {
    url: upstreamUrl(source, path, new URLSearchParams(), true),
    method: 'POST',
    body: new URLSearchParams(parameters).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
  const answer = await askDataSource(source, ask, timeoutMs, signal);
  const legendFormat = String(query.legendFormat ?? '');
  return outcome(answer, (result) =>
    promFrames(result, { refId: String(query.refId), legendFormat, expr, stepSeconds })
  );
}
