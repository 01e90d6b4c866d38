import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { machineSamples, MEMORY_AVAILABLE, MEMORY_TOTAL } from '../../../domain/promql/guardSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { RawMetrics, RawRow } from '../../../ports/Metrics';
import { EXPORTED_RANGE, KeptRows } from './KeptRows';

/** Memory of the machines that instances run on, from the node exporter; asked only where nothing nearer limits memory. */
export class MachineWatch {
  private hosts: ReadonlyMap<string, string> = new Map();
  private problem: string | null = null;
  private readonly kept: KeptRows;

  constructor(
    metrics: RawMetrics,
    private readonly source: string,
    private readonly context: QuestionContext
  ) {
    this.kept = new KeptRows(metrics);
  }

  get note(): string | null {
    return this.problem;
  }

  /** What a look asks for; null = nothing. */
  get asked(): string | null {
    return this.hosts.size === 0 ? null : this.kept.asked;
  }

  /** @param addresses host of each member, without the port; none = memory is limited by something nearer */
  async find(addresses: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
    this.hosts = new Map();
    this.problem = 'its machine was not looked for';
    if (addresses.size === 0) {
      return;
    }
    const rows = await this.kept.read(this.source, this.question(addresses), signal);
    this.hosts = new Map([...addresses].filter(([, host]) => rowsOf(rows, host).length > 0));
    this.problem = this.hosts.size === 0 ? `no node exporter tells of ${[...new Set(addresses.values())].slice(0, 2).join(', ')}` : null;
  }

  /** Reads the machines; the answer adds to a subject what is known of its own. */
  async read(signal: AbortSignal): Promise<(subject: SubjectSamples) => SubjectSamples> {
    if (this.hosts.size === 0) {
      return (subject) => subject;
    }
    const rows = await this.kept.read(this.source, this.question(this.hosts), signal);
    return (subject) => {
      const host = this.hosts.get(subject.subject);
      return host === undefined ? subject : { ...subject, series: { ...subject.series, ...memoryOf(rowsOf(rows, host)) } };
    };
  }

  private question(hosts: ReadonlyMap<string, string>): string {
    return machineSamples(this.context.scope, [...new Set(hosts.values())].sort(), EXPORTED_RANGE);
  }
}

const rowsOf = (rows: readonly RawRow[], host: string): readonly RawRow[] => rows.filter(({ labels }) => (labels.instance ?? '').replace(/:\d+$/, '') === host);

/** In use = all less what is available, both of one scrape. */
function memoryOf(rows: readonly RawRow[]): SubjectSamples['series'] {
  const named = (metric: string) => rows.find(({ labels }) => labels.__name__ === metric)?.samples ?? [];
  const total = named(MEMORY_TOTAL);
  const available = new Map(named(MEMORY_AVAILABLE).map(({ at, value }) => [at, value]));
  const used = total.flatMap(({ at, value }) => (available.has(at) ? [{ at, value: value - (available.get(at) ?? 0) }] : []));
  return used.length === 0 ? {} : { [SIGNAL.machineMemory]: [used], [SIGNAL.machineMemoryTotal]: [total] };
}
