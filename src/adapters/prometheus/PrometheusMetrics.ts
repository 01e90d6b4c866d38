import { DAY, parseDuration } from '../../domain/base/Duration';
import { err, ok, type Result } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { quoteString } from '../../domain/promql/quoteString';
import type {
  Answer,
  LabelledSeries,
  LabelledValue,
  Metrics,
  MetricsStatus,
  QueryFailure,
  RawMetrics,
  RawRow,
  ServerFacts,
} from '../../ports/Metrics';
import { MalformedAnswer } from './MalformedAnswer';
import { queryFailure } from './queryFailure';
import { readEnvelope, texts, type Envelope } from './readEnvelope';
import { readRawRow } from './readRawRow';
import { isRecord, noOddities, readMatrixRow, readVectorRow, type RowOddities } from './readRow';
import { resultElements } from './resultElements';
import { SourceManners } from './SourceManners';
import type { Transport, TransportReply } from './Transport';

/** Characters of answer that are read in one go; some 5 ms. */
const GULP = 400_000;

type ReadRow<T> = (text: string, odd: RowOddities) => T | null;

/** Reads Prometheus' HTTP API through a transport. Answers are parsed at this door; what cannot be read is named. */
export class PrometheusMetrics implements Metrics, MetricsStatus, RawMetrics {
  private readonly manners: SourceManners;

  /**
   * @param pause lets the browser breathe while a large answer is read
   * @param stopwatch milliseconds from any origin, for measuring
   */
  constructor(
    private readonly transport: Transport,
    private readonly pause: () => Promise<void>,
    private readonly stopwatch: () => number
  ) {
    this.manners = new SourceManners(transport);
  }

  async instant(
    source: string,
    expr: string,
    at: number | null,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>> {
    const params = { query: expr, ...(at !== null && { time: seconds(at) }) };
    return this.ask(source, 'api/v1/query', params, 'vector', readVectorRow, signal);
  }

  async range(
    source: string,
    expr: string,
    window: TimeWindow,
    step: number,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>> {
    const params = { query: expr, start: seconds(window.from), end: seconds(window.to), step: seconds(step) };
    const grid = { start: window.from, step, length: Math.floor((window.to - window.from) / step) + 1 };
    return this.ask(
      source,
      'api/v1/query_range',
      params,
      'matrix',
      (text, odd) => readMatrixRow(text, grid, odd),
      signal
    );
  }

  async raw(
    source: string,
    expr: string,
    at: number | null,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly RawRow[]>, QueryFailure>> {
    const params = { query: expr, ...(at !== null && { time: seconds(at) }) };
    return this.ask(source, 'api/v1/query', params, 'matrix', readRawRow, signal);
  }

  async metricNames(
    source: string,
    pattern: string,
    window: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<readonly string[], QueryFailure>> {
    const selector = `{__name__=~${quoteString(pattern)}}`;
    const params = { 'match[]': selector, start: seconds(window.from), end: seconds(window.to) };
    const started = this.stopwatch();
    const reply = await this.transport({ source, path: 'api/v1/label/__name__/values', method: 'GET', params }, signal);
    if (!isSuccess(reply)) {
      return err(queryFailure(reply, selector, this.stopwatch() - started));
    }
    return understand(reply, selector, async () => texts(readEnvelope(reply.body).data));
  }

  async about(source: string, signal: AbortSignal): Promise<Result<ServerFacts, QueryFailure>> {
    const read = async (path: string) => this.transport({ source, path, method: 'GET', params: {} }, signal);
    const [build, runtime] = await Promise.all([read('api/v1/status/buildinfo'), read('api/v1/status/runtimeinfo')]);
    const failure = [build, runtime]
      .map((r) => queryFailure(r, '', 0))
      .find((f) => f.kind === 'unavailable' || f.kind === 'forbidden');
    if (failure && !isSuccess(build) && !isSuccess(runtime)) {
      return err(failure);
    }
    const version = field(build, 'version');
    return ok({ version, retention: readRetention(field(runtime, 'storageRetention') ?? '') });
  }

  private async ask<T>(
    source: string,
    path: string,
    params: Record<string, string>,
    wanted: 'vector' | 'matrix',
    readRow: ReadRow<T>,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly T[]>, QueryFailure>> {
    const expr = params.query ?? '';
    const started = this.stopwatch();
    const reply = await this.manners.send({ source, path, params }, signal);
    const milliseconds = this.stopwatch() - started;
    if (!isSuccess(reply)) {
      return err(queryFailure(reply, expr, milliseconds));
    }
    return understand(reply, expr, async () => {
      const odd = noOddities();
      const { data, envelope } = await this.readRows(reply.body, (text) => readRow(text, odd));
      refuseOtherThan(wanted, envelope);
      const { samples, peakSamples } = envelope;
      const warnings = [...envelope.warnings, ...wordsFor(odd)];
      return { data, stats: { milliseconds, bytes: reply.body.length, samples, peakSamples, warnings } };
    });
  }

  private async readRows<T>(
    body: string,
    readRow: (text: string) => T | null
  ): Promise<{ data: T[]; envelope: Envelope }> {
    const elements = resultElements(body);
    const data: T[] = [];
    let eaten = 0;
    for (let next = elements.next(); ; next = elements.next()) {
      if (next.done) {
        return { data, envelope: readEnvelope(next.value) };
      }
      const row = readRow(next.value);
      if (row !== null) {
        data.push(row);
      }
      eaten += next.value.length;
      if (eaten > GULP) {
        eaten = 0;
        await this.pause();
      }
    }
  }
}

const seconds = (milliseconds: number): string => String(milliseconds / 1000);

const isSuccess = ({ status, body }: TransportReply): boolean =>
  status >= 200 &&
  status < 300 &&
  body !== '' &&
  !body.trimStart().startsWith('<') &&
  !/^\s*\{\s*"status"\s*:\s*"error"/.test(body);

async function understand<T>(
  reply: TransportReply,
  expr: string,
  read: () => Promise<T>
): Promise<Result<T, QueryFailure>> {
  try {
    return ok(await read());
  } catch (reason) {
    if (!(reason instanceof MalformedAnswer)) {
      throw reason;
    }
    const message = `The answer of the data source cannot be read: ${reason.message}.`;
    return err({ kind: 'bad-answer', message, status: reply.status, expr });
  }
}

function refuseOtherThan(wanted: string, { resultType }: Envelope): void {
  if (resultType !== wanted) {
    throw new MalformedAnswer(`it is a ${resultType || 'thing without a result type'}; a ${wanted} is expected`);
  }
}

function wordsFor({ histograms, infinite, offGrid, duplicates }: RowOddities): string[] {
  const words: ReadonlyArray<readonly [count: number, text: string]> = [
    [histograms, 'rows of native histograms left out: a function must turn them into numbers'],
    [infinite, 'infinite values read as gaps'],
    [offGrid, 'points beside the grid that was asked for left out'],
    [duplicates, 'points given twice, the last one counts'],
  ];
  return words.filter(([count]) => count > 0).map(([count, text]) => `${count} ${text}.`);
}

/** `15d`, `10y`, `15d or 10GiB`, `10GiB`: only a duration says how far back one may look. */
function readRetention(text: string): number | null {
  const parts = text.split(' or ').map((part) => {
    const years = /^(\d+)y$/.exec(part);
    return years ? Number(years[1]) * 365 * DAY : parseDuration(part);
  });
  return parts.find((duration) => duration !== null) ?? null;
}

function field(reply: TransportReply, name: string): string | null {
  if (!isSuccess(reply)) {
    return null;
  }
  try {
    const { data } = readEnvelope(reply.body);
    const value = isRecord(data) ? data[name] : undefined;
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}
