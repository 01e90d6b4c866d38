import { MINUTE, SECOND } from '../../../domain/base/Duration';
import { err, ok, type Result } from '../../../domain/base/Result';
import type { TimeWindow } from '../../../domain/base/TimeWindow';
import type { CanaryQuery } from '../../../domain/canary/aca/CanaryConfig';
import { parseSelector } from '../../../domain/catalogue/parseSelector';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { loadTestMetrics, loadTestSamples, serverTimeQuestion, type LoadTestMetrics, type OwnSelectors } from '../../../domain/promql/loadTestSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import type { AskedSamples } from '../../../domain/ramp/AskedSamples';
import type { ExtraGuard } from '../../../domain/ramp/Plan';
import type { StepCurves } from '../../../domain/ramp/RunReport';
import { SIGNAL, type Signal } from '../../../domain/ramp/Signal';
import type { Metrics, RawMetrics, RawRow } from '../../../ports/Metrics';
import { matchMembers } from './matchMembers';
import { aboutTarget, type KnownOfService } from './aboutTarget';
import { CanaryWatch } from './CanaryWatch';
import { ContainerWatch } from './ContainerWatch';
import { DependencyWatch, type DependencySource } from './DependencyWatch';
import { MachineWatch } from './MachineWatch';
import { stepCurvesOf } from './stepCurvesOf';
import { subjectsOf } from './subjectsOf';
import type { CanaryValues, Telemetry, TelemetryFacts, TelemetryReading } from './Telemetry';

export interface PrometheusTelemetryOptions {
  /** Uid of the data source. */
  readonly source: string;
  /** With `service` set. */
  readonly context: QuestionContext;
  readonly target: string;
  /** Members of the pool, asked anew at each preflight; empty when the pool cannot be read. */
  readonly members: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly known: (signal: AbortSignal) => Promise<KnownOfService>;
  /** Guards of the operator's own, in the order of the plan. */
  readonly extraGuards?: readonly ExtraGuard[];
  /** Asked anew at each preflight. */
  readonly dependencies?: (signal: AbortSignal) => Promise<readonly DependencySource[]>;
}

/** Long enough for two samples of the slowest usual scrape. */
const FACTS_RANGE = 5 * MINUTE;
/** Steps re-read at once. */
const TOGETHER = 2;
/** The scrape after a step closes its last difference. */
const AFTER_STEP = SECOND;

/**
 * Raw samples of one service from Prometheus: one question a look, whatever the number of instances, one more for their
 * containers, one for their machines where nothing nearer limits memory, and one for each profile of the named dependencies.
 */
export class PrometheusTelemetry implements Telemetry {
  private members: readonly string[] = [];
  /** Signals that any member had at the last preflight; null = not looked yet. */
  private published: ReadonlySet<Signal> | null = null;
  private readonly sampled: LoadTestMetrics;
  private readonly containers: ContainerWatch;
  private readonly machines: MachineWatch;
  private readonly dependencies: DependencyWatch;
  private readonly canaries: CanaryWatch;

  constructor(
    private readonly metrics: Metrics & RawMetrics,
    private readonly options: PrometheusTelemetryOptions
  ) {
    const { source, context, extraGuards = [], dependencies = () => Promise.resolve([]) } = options;
    this.sampled = loadTestMetrics(context, ownSelectors(extraGuards));
    this.containers = new ContainerWatch(metrics, source, context);
    this.machines = new MachineWatch(metrics, source, context);
    this.dependencies = new DependencyWatch(metrics, dependencies);
    this.canaries = new CanaryWatch(metrics, source, context, this.label);
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
    await this.findSides(rows.value, about.memoryBytes, signal);
    const limits = this.containers.limitsOf(target);
    return ok({
      ...about,
      cores: about.cores ?? limits.cores,
      memoryBytes: about.memoryBytes ?? limits.memoryBytes,
      guardNotes: { containers: this.containers.note, machines: this.machines.note, dependencies: this.dependencies.notes },
      ...aboutTarget({ rows: rows.value, subjects, context, label: this.label, target, members: this.members, known: about }),
    });
  }

  async read(rangeMs: number, signal: AbortSignal): Promise<Result<TelemetryReading, string>> {
    if (this.members.length === 0) {
      this.members = await this.options.members(signal);
    }
    const range = Math.max(rangeMs, longestWindow(this.options));
    const [rows, time, dependencies, beside] = await Promise.all([
      this.rows(range, null, signal),
      this.metrics.instant(this.options.source, serverTimeQuestion(), null, signal),
      this.dependencies.read(rangeMs, signal),
      Promise.all([this.containers.read(signal), this.machines.read(signal)]),
    ]);
    if (!rows.ok) {
      return rows;
    }
    const now = time.ok ? (time.value.data[0]?.value ?? null) : null;
    const own = this.subjects(rows.value, this.members).map((subject) => beside.reduce((one, onto) => onto(one), subject));
    return ok({ subjects: [...own, ...dependencies], now: now === null ? null : now * 1000, asked: this.asked(range) });
  }

  canary(queries: ReadonlyMap<string, CanaryQuery>, ends: TimeWindow, step: number, signal: AbortSignal): Promise<Result<ReadonlyMap<string, CanaryValues>, string>> {
    return this.canaries.read(queries, ends, step, signal);
  }

  private asked(range: number): readonly AskedSamples[] {
    const about = (name: string, expr: string | null): readonly AskedSamples[] => (expr === null ? [] : [{ about: name, expr }]);
    return [
      ...about('The instances of the service', loadTestSamples(this.options.context, Math.ceil(range / SECOND) * SECOND, this.sampled.own)),
      ...about('Their containers', this.containers.asked),
      ...about('Their machines', this.machines.asked),
      ...this.dependencies.asked.flatMap((expr) => about('Dependencies', expr)),
    ];
  }

  /** Where the instances run, and how the dependencies are asked about. The machine matters only where nothing nearer limits memory. */
  private async findSides(rows: readonly RawRow[], memoryBytes: number | null, signal: AbortSignal): Promise<void> {
    const matched = matchMembers(this.members, this.instancesIn(rows));
    const rowsOf = new Map([...matched].map(([member, values]) => [member, rows.filter(({ labels }) => values.includes(labels[this.label] ?? ''))]));
    this.canaries.find(matched, rowsOf);
    const hosts = new Map([...rowsOf].flatMap(([member, own]) => hostOf(own).map((host) => [member, host] as const)));
    await Promise.all([this.containers.find(rowsOf, hosts, signal), this.dependencies.find(signal)]);
    const limited = memoryBytes !== null || this.containers.limitsOf(this.options.target).memoryBytes !== null;
    await this.machines.find(limited ? new Map() : hosts, signal);
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
    const rows = await this.rows(step.to - step.from + 2 * AFTER_STEP, step.to + AFTER_STEP, signal, 'report');
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

  private async rows(rangeMs: number, at: number | null, signal: AbortSignal, wanted: 'report' | readonly OwnSelectors[] = this.sampled.own): Promise<Result<readonly RawRow[], string>> {
    const range = Math.ceil(rangeMs / SECOND) * SECOND;
    const answer = await this.metrics.raw(this.options.source, loadTestSamples(this.options.context, range, wanted), at, signal);
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

/** A guard of the operator's own may look further back than a look usually does. */
function longestWindow({ extraGuards = [], context }: PrometheusTelemetryOptions): number {
  const longest = Math.max(0, ...extraGuards.map(({ windowSeconds }) => windowSeconds * SECOND));
  return longest === 0 ? 0 : longest + 4 * context.scrapeInterval;
}

/** Those that cannot be read are not asked for; a plan was checked before. */
const ownSelectors = (guards: readonly ExtraGuard[]): readonly OwnSelectors[] =>
  guards.flatMap(({ metric, of }) => {
    const [asked, divisor] = [parseSelector(metric), of === null ? null : parseSelector(of)];
    return asked.ok && divisor?.ok !== false ? [{ metric: asked.value, of: divisor === null ? null : divisor.value }] : [];
  });

/** Address an instance is scraped at, without the port; none where its samples name several. */
function hostOf(rows: readonly RawRow[]): readonly string[] {
  const hosts = new Set(rows.map(({ labels }) => (labels.instance ?? '').replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1')).filter((host) => host !== ''));
  return hosts.size === 1 ? [...hosts] : [];
}

const signalsWithSamples = ({ series }: SubjectSamples): readonly Signal[] => Object.values(SIGNAL).filter((name) => (series[name]?.length ?? 0) > 0);
