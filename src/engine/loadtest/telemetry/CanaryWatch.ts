import { err, ok, type Result } from '../../../domain/base/Result';
import { pointsOf } from '../../../domain/base/Series';
import type { TimeWindow } from '../../../domain/base/TimeWindow';
import type { CanaryQuery } from '../../../domain/canary/aca/CanaryConfig';
import { NAMESPACE_LABELS } from '../../../domain/catalogue/podIdentity';
import { CANARY_MEMBER, canaryExpr, type CanaryScope } from '../../../domain/promql/canaryExpr';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import type { Metrics, RawRow } from '../../../ports/Metrics';
import { podPlaces } from './podPlaces';
import type { CanaryValues } from './Telemetry';

/** Metrics that a canary configuration of the operator's asks for: one question a metric for all members, at the judge's looks only. */
export class CanaryWatch {
  private scopes: readonly CanaryScope[] = [];

  constructor(
    private readonly metrics: Metrics,
    private readonly source: string,
    private readonly context: QuestionContext,
    private readonly label: string
  ) {}

  /** @param matched values of the instance label by member; a member that stands for none or several cannot be asked about. @param rowsOf samples of each */
  find(matched: ReadonlyMap<string, readonly string[]>, rowsOf: ReadonlyMap<string, readonly RawRow[]>): void {
    const places = podPlaces(rowsOf);
    const ofService = NAMESPACE_LABELS.map((name) => this.context.service?.labels[name]).find((value) => value !== undefined && value !== '');
    this.scopes = [...matched].flatMap(([member, [instance, ...more]]) => {
      const place = places.get(member);
      return instance === undefined || more.length > 0 ? [] : [{ member, label: this.label, instance, pod: place?.pod ?? null, location: place?.namespace ?? ofService ?? null }];
    });
  }

  /** @param ends of the windows, `step` apart. A failure names the metric and says what the data source said. */
  async read(queries: ReadonlyMap<string, CanaryQuery>, ends: TimeWindow, step: number, signal: AbortSignal): Promise<Result<ReadonlyMap<string, CanaryValues>, string>> {
    const read = await Promise.all([...queries].map(async ([name, query]) => [name, await this.readOne(query, ends, step, signal)] as const));
    const failed = read.flatMap(([name, answer]) => (answer.ok ? [] : [`metric ${JSON.stringify(name)}: ${answer.error}`]));
    return failed.length > 0 ? err(failed.join('; ')) : ok(new Map(read.map(([name, answer]) => [name, answer.ok ? answer.value : new Map()])));
  }

  private async readOne(query: CanaryQuery, ends: TimeWindow, step: number, signal: AbortSignal): Promise<Result<CanaryValues, string>> {
    const expr = canaryExpr(query, this.scopes);
    if (expr === null) {
      return ok(new Map());
    }
    const answer = await this.metrics.range(this.source, expr, ends, step, signal);
    return answer.ok
      ? ok(new Map(answer.value.data.map(({ labels, series }) => [labels[CANARY_MEMBER] ?? '', new Map(pointsOf(series).map(({ at, value }) => [at, value]))])))
      : err(answer.error.message);
  }
}
