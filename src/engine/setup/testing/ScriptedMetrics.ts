import { err, ok, type Result } from '../../../domain/base/Result';
import type { Labels } from '../../../domain/base/Labels';
import { AbortError } from '../../../ports/AbortError';
import type {
  Answer,
  LabelledSeries,
  LabelledValue,
  Metrics,
  QueryFailure,
  QueryFailureKind,
} from '../../../ports/Metrics';

/** Rows of an answer, a kind of failure, or `never` for a source that does not answer. */
export type Script = ReadonlyArray<readonly [labels: Labels, value: number]> | QueryFailureKind | 'never';

const STATS = { milliseconds: 1, bytes: 1, samples: null, warnings: [] };

/** A data source that answers each expression by the first script whose text it contains; nothing else has rows. */
export class ScriptedMetrics implements Metrics {
  readonly asked: string[] = [];
  aborted = 0;
  inFlight = 0;
  mostInFlight = 0;
  names: readonly string[] | QueryFailureKind = [];

  constructor(
    private readonly scripts: ReadonlyArray<readonly [text: string, script: Script | ((at: number | null) => Script)]>,
    private readonly serverTime = 0
  ) {}

  async instant(
    _source: string,
    expr: string,
    at: number | null,
    signal: AbortSignal
  ): Promise<Result<Answer<readonly LabelledValue[]>, QueryFailure>> {
    this.asked.push(expr);
    this.mostInFlight = Math.max(this.mostInFlight, ++this.inFlight);
    try {
      const found = this.scripts.find(([text]) => expr.includes(text))?.[1] ?? [];
      const script = typeof found === 'function' ? found(at) : found;
      if (script === 'never') {
        return await this.neverAnswer(signal);
      }
      await Promise.resolve();
      return typeof script === 'string'
        ? err(failure(script, expr))
        : ok({ data: script.map(([labels, value]) => ({ labels, value, at: at ?? this.serverTime })), stats: STATS });
    } finally {
      this.inFlight--;
    }
  }

  async range(): Promise<Result<Answer<readonly LabelledSeries[]>, QueryFailure>> {
    throw new Error('not part of these tests');
  }

  async metricNames(): Promise<Result<readonly string[], QueryFailure>> {
    return typeof this.names === 'string' ? err(failure(this.names, '')) : ok(this.names);
  }

  private neverAnswer(signal: AbortSignal): Promise<never> {
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => {
        this.aborted++;
        reject(new AbortError());
      })
    );
  }
}

const failure = (kind: QueryFailureKind, expr: string): QueryFailure => ({
  kind,
  message: `It failed: ${kind}.`,
  status: 500,
  expr,
});

/** Rows of an answer about labels, as `labelFactsQuestion` asks for them: label, distinct values, series. */
export const labelRows = (series: number, labels: Readonly<Record<string, number>>): Script => [
  [{ headroom_fact: 'series' }, series],
  ...Object.entries(labels).flatMap(([label, values]): Array<readonly [Labels, number]> => [
    [{ headroom_label: label, headroom_fact: 'values' }, values],
    [{ headroom_label: label, headroom_fact: 'series' }, series],
  ]),
];
