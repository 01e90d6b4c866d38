import { joinKey } from '../../../domain/base/Labels';
import { alignSubject } from '../../../domain/guards/alignSubject';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { dependencySamples } from '../../../domain/promql/guardSamples';
import { loadTestMetrics } from '../../../domain/promql/loadTestSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import { everyMsOf } from '../../../domain/ramp/arming/sampledOn';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { RawMetrics, RawRow } from '../../../ports/Metrics';
import { KeptRows } from './KeptRows';
import { requestSubject } from './subjectsOf';

/** A service named in the plan, and how it is asked about; `problem` = it was not found. */
export type DependencySource =
  | { readonly name: string; readonly source: string; readonly context: QuestionContext }
  | { readonly name: string; readonly problem: string };

type Known = Extract<DependencySource, { readonly context: QuestionContext }>;

/** Nothing before this is looked at: before a run more is read of the service itself. */
const MOST_RANGE = 300_000;
/** A mean of 30 s and a few samples before it. */
const rangeFor = (everyMs: number): number => 30_000 + 4 * everyMs;

interface Group {
  readonly source: string;
  readonly members: readonly Known[];
  readonly kept: KeptRows;
}

/** Samples of the dependencies a plan names: one question for all of one profile, each service one subject. */
export class DependencyWatch {
  private groups: readonly Group[] = [];
  private slowest = 0;
  private problems: Readonly<Record<string, string>> = {};

  constructor(
    private readonly metrics: RawMetrics,
    private readonly dependencies: (signal: AbortSignal) => Promise<readonly DependencySource[]>
  ) {}

  get notes(): Readonly<Record<string, string>> {
    return this.problems;
  }

  /** What a look asks for. */
  get asked(): readonly string[] {
    return this.groups.flatMap(({ kept }) => kept.asked ?? []);
  }

  async find(signal: AbortSignal): Promise<void> {
    const sources = await this.dependencies(signal);
    this.problems = Object.fromEntries(sources.flatMap((one) => ('problem' in one ? [[one.name, one.problem]] : [])));
    const byProfile = new Map<string, Known[]>();
    for (const one of sources) {
      if ('context' in one) {
        const key = JSON.stringify([one.source, one.context.profile.id, one.context.scope]);
        byProfile.set(key, [...(byProfile.get(key) ?? []), one]);
      }
    }
    this.groups = [...byProfile.values()].flatMap((members) => (members[0] === undefined ? [] : [{ source: members[0].source, members, kept: new KeptRows(this.metrics) }]));
    this.slowest = 0;
  }

  async read(rangeMs: number, signal: AbortSignal): Promise<readonly SubjectSamples[]> {
    const range = Math.min(MOST_RANGE, Math.max(rangeMs, rangeFor(this.slowest)));
    const read = await Promise.all(this.groups.map((group) => this.ofGroup(group, range, signal)));
    return read.flat();
  }

  private async ofGroup({ source, members, kept }: Group, range: number, signal: AbortSignal): Promise<readonly SubjectSamples[]> {
    const rows = await kept.read(source, dependencySamples(members.map(({ context }) => context), range), signal);
    return members.flatMap(({ name, context }) => {
      const own = rowsOfService(rows, context);
      const subject = own.length === 0 ? null : requestSubject(name, 'dependency', own, loadTestMetrics(context));
      const everyMs = subject === null ? null : everyMsOf([subject], SIGNAL.requests);
      this.slowest = Math.max(this.slowest, everyMs ?? 0);
      return subject === null ? [] : [alignSubject(subject, everyMs ?? context.scrapeInterval)];
    });
  }
}

/** The question may bring services that share a label's value only. */
function rowsOfService(rows: readonly RawRow[], { profile, service }: QuestionContext): readonly RawRow[] {
  const wanted = joinKey(service?.labels ?? {}, profile.group);
  return rows.filter(({ labels }) => joinKey(labels, profile.group) === wanted);
}
