import { MINUTE, SECOND } from '../../../domain/base/Duration';
import { err, ok, type Result } from '../../../domain/base/Result';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { loadTestMetrics, loadTestSamples, serverTimeQuestion, type LoadTestMetrics } from '../../../domain/promql/loadTestSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import type { StepCurves } from '../../../domain/ramp/RunReport';
import { SIGNAL, type Signal } from '../../../domain/ramp/Signal';
import type { Metrics, RawMetrics, RawRow } from '../../../ports/Metrics';
import { matchMembers } from './matchMembers';
import { aboutTarget, type KnownOfService } from './aboutTarget';
import { stepCurvesOf } from './stepCurvesOf';
import { subjectsOf } from './subjectsOf';
import type { Telemetry, TelemetryFacts, TelemetryReading } from './Telemetry';

export interface PrometheusTelemetryOptions {
  /** Uid of the data source. */
  readonly source: string;
  /** With `service` set. */
  readonly context: QuestionContext;
  readonly target: string;
  /** Members of the pool, asked anew at each preflight; empty when the pool cannot be read. */
  readonly members: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly known: (signal: AbortSignal) => Promise<KnownOfService>;
}

/** Long enough for two samples of the slowest usual scrape. */
const FACTS_RANGE = 5 * MINUTE;
/** Steps re-read at once. */
const TOGETHER = 2;
/** The scrape after a step closes its last difference. */
const AFTER_STEP = SECOND;

/** Raw samples of one service from Prometheus: one question a look, whatever the number of instances. */
export class PrometheusTelemetry implements Telemetry {
  private members: readonly string[] = [];
  /** Signals that any member had at the last preflight; null = not looked yet. */
  private published: ReadonlySet<Signal> | null = null;
  private readonly sampled: LoadTestMetrics;

  constructor(
    private readonly metrics: Metrics & RawMetrics,
    private readonly options: PrometheusTelemetryOptions
  ) {
    this.sampled = loadTestMetrics(options.context);
  }

  /** What one member publishes is required of all: an instance without it is blind, not well. */
  get required(): readonly Signal[] {
    const { cpu, latency } = this.sampled;
    const able: readonly Signal[] = [...(cpu === null ? [] : [SIGNAL.cpu]), ...(latency === null ? [] : [SIGNAL.latencyCount])];
    return [SIGNAL.requests, ...able.filter((signal) => this.published === null || this.published.has(signal))];
  }

  async facts(signal: AbortSignal): Promise<Result<TelemetryFacts, string>> {
    const { target, known, members, context } = this.options;
    this.members = await members(signal);
    const [rows, about] = await Promise.all([this.rows(FACTS_RANGE, null, signal), known(signal)]);
    if (!rows.ok) {
      return rows;
    }
    const subjects = this.subjects(rows.value, this.members);
    this.published = new Set(subjects.flatMap(signalsWithSamples));
    return ok({ ...about, ...aboutTarget({ rows: rows.value, subjects, context, label: this.label, target, members: this.members, known: about }) });
  }

  async read(rangeMs: number, signal: AbortSignal): Promise<Result<TelemetryReading, string>> {
    if (this.members.length === 0) {
      this.members = await this.options.members(signal);
    }
    const [rows, time] = await Promise.all([this.rows(rangeMs, null, signal), this.metrics.instant(this.options.source, serverTimeQuestion(), null, signal)]);
    if (!rows.ok) {
      return rows;
    }
    const now = time.ok ? (time.value.data[0]?.value ?? null) : null;
    return ok({ subjects: this.subjects(rows.value, this.members), now: now === null ? null : now * 1000 });
  }

  /** Each step is read at its own end, so that a report of last month costs no more than one of today. */
  async curves(steps: ReadonlyArray<{ readonly index: number; readonly from: number; readonly to: number }>, signal: AbortSignal): Promise<Result<readonly StepCurves[], string>> {
    if (this.members.length === 0) {
      this.members = await this.options.members(signal);
    }
    const curves: StepCurves[] = [];
    for (let i = 0; i < steps.length; i += TOGETHER) {
      const read = await Promise.all(steps.slice(i, i + TOGETHER).map((step) => this.curvesOf(step, signal)));
      const failed = read.find((one) => !one.ok);
      if (failed && !failed.ok) {
        return failed;
      }
      curves.push(...read.flatMap((one) => (one.ok ? [one.value] : [])));
    }
    return ok(curves);
  }

  private async curvesOf(step: { readonly index: number; readonly from: number; readonly to: number }, signal: AbortSignal): Promise<Result<StepCurves, string>> {
    const rows = await this.rows(step.to - step.from + 2 * AFTER_STEP, step.to + AFTER_STEP, signal, true);
    if (!rows.ok) {
      return rows;
    }
    const { target, context } = this.options;
    const subjects = this.subjects(rows.value, this.members.length > 0 ? this.members : this.instancesIn(rows.value));
    const values = matchMembers([target], this.instancesIn(rows.value)).get(target) ?? [];
    const ofTarget = rows.value.filter(({ labels }) => values.includes(labels[this.label] ?? ''));
    return ok(stepCurvesOf(step, { subjects, ofTarget, rows: rows.value, metrics: this.sampled, route: context.profile.labels.route }));
  }

  private get label(): string {
    const { targetsLabel, labels } = this.options.context.profile;
    return targetsLabel ?? labels.instance ?? 'instance';
  }

  private async rows(rangeMs: number, at: number | null, signal: AbortSignal, outbound = false): Promise<Result<readonly RawRow[], string>> {
    const range = Math.ceil(rangeMs / SECOND) * SECOND;
    const answer = await this.metrics.raw(this.options.source, loadTestSamples(this.options.context, range, outbound), at, signal);
    return answer.ok ? ok(answer.value.data) : err(answer.error.message);
  }

  private subjects(rows: readonly RawRow[], members: readonly string[]): readonly SubjectSamples[] {
    return subjectsOf(rows, this.sampled, { label: this.label, members, target: this.options.target });
  }

  /** For a pool that is gone: whoever took requests, the target under its own name. */
  private instancesIn(rows: readonly RawRow[]): readonly string[] {
    const values = rows.filter(({ labels }) => labels.__name__ === this.sampled.requests.metric).map(({ labels }) => labels[this.label] ?? '');
    return [...new Set(values)].filter((value) => value !== '');
  }
}

const signalsWithSamples = ({ series }: SubjectSamples): readonly Signal[] => Object.values(SIGNAL).filter((name) => (series[name]?.length ?? 0) > 0);
