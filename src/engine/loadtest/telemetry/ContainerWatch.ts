import { CONTAINER_CPU, CONTAINER_MEMORY_LIMIT, CONTAINER_WORKING_SET, LIMITS } from '../../../domain/catalogue/kubernetesMetrics';
import type { SubjectSamples } from '../../../domain/guards/SubjectSamples';
import { containerLimits, containerSamples, podsByAddress, RECORDED_CPU, type PodNames } from '../../../domain/promql/guardSamples';
import type { QuestionContext } from '../../../domain/promql/QuestionContext';
import type { LabelledValue, Metrics, RawMetrics, RawRow } from '../../../ports/Metrics';
import { containerLimitsOf, containerSeries, servingContainer, type ContainerLimits } from './containerSeries';
import { EXPORTED_RANGE, KeptRows } from './KeptRows';
import { podPlaces, podsAtAddress, type PodPlace } from './podPlaces';

const NO_LIMITS: ContainerLimits = { cores: null, memoryBytes: null };

/** Samples of the containers that the instances run in: found once before a run, then one question a look. */
export class ContainerWatch {
  private places: ReadonlyMap<string, PodPlace> = new Map();
  private limits: ReadonlyMap<string, ContainerLimits> = new Map();
  private problem: string | null = null;
  private readonly kept: KeptRows;

  constructor(
    private readonly metrics: Metrics & RawMetrics,
    private readonly source: string,
    private readonly context: QuestionContext
  ) {
    this.kept = new KeptRows(metrics);
  }

  /** Why nothing is known of the containers; null = something is. */
  get note(): string | null {
    return this.problem;
  }

  /** What a look asks for; null = nothing. */
  get asked(): string | null {
    return this.places.size === 0 ? null : this.kept.asked;
  }

  limitsOf(member: string): ContainerLimits {
    return this.limits.get(member) ?? NO_LIMITS;
  }

  /** @param rowsOf samples of each member; @param addresses of each member, without the port */
  async find(rowsOf: ReadonlyMap<string, readonly RawRow[]>, addresses: ReadonlyMap<string, string>, signal: AbortSignal): Promise<void> {
    this.places = new Map();
    this.limits = new Map();
    this.problem = 'nothing about containers is in the metrics (cAdvisor, kube-state-metrics)';
    if (![CONTAINER_CPU, CONTAINER_WORKING_SET, CONTAINER_MEMORY_LIMIT, LIMITS, ...RECORDED_CPU].some((name) => this.context.metrics.has(name))) {
      return;
    }
    const named = podPlaces(rowsOf);
    this.places = named.size > 0 ? named : await this.byAddress(addresses, signal);
    if (this.places.size === 0) {
      this.problem = 'its samples name no pod, and no pod has its address (kube_pod_info)';
      return;
    }
    const published = await this.ask(containerLimits(this.context.scope, this.pods), signal);
    this.limits = new Map([...this.places].map(([member, place]) => [member, containerLimitsOf(place, published)]));
    this.problem = this.unclear(await this.sampled(signal));
  }

  /** Reads the containers; the answer adds to a subject what is known of its own. */
  async read(signal: AbortSignal): Promise<(subject: SubjectSamples) => SubjectSamples> {
    if (this.places.size === 0) {
      return (subject) => subject;
    }
    const rows = await this.sampled(signal);
    return (subject) => {
      const place = this.places.get(subject.subject);
      return place === undefined ? subject : { ...subject, series: { ...subject.series, ...containerSeries(place, rows, this.limitsOf(subject.subject)) } };
    };
  }

  private sampled(signal: AbortSignal): Promise<readonly RawRow[]> {
    return this.kept.read(this.source, containerSamples(this.context.scope, this.pods, EXPORTED_RANGE), signal);
  }

  private unclear(rows: readonly RawRow[]): string | null {
    const pod = [...this.places.values()].find((place) => servingContainer(place, rows) === null)?.pod;
    if (pod === undefined) {
      return null;
    }
    return rows.some(({ labels }) => labels.pod === pod) ? `pod ${pod} has several containers and its samples do not name the one that serves` : `there is no sample of the containers of pod ${pod}`;
  }

  private get pods(): PodNames {
    const places = [...this.places.values()];
    return { pods: [...new Set(places.map(({ pod }) => pod))].sort(), namespaces: places.some(({ namespace }) => namespace === null) ? [] : [...new Set(places.map(({ namespace }) => namespace ?? ''))].sort() };
  }

  private async byAddress(addresses: ReadonlyMap<string, string>, signal: AbortSignal): Promise<ReadonlyMap<string, PodPlace>> {
    return addresses.size === 0 ? new Map() : podsAtAddress(addresses, await this.ask(podsByAddress(this.context.scope, [...addresses.values()]), signal));
  }

  private async ask(expr: string, signal: AbortSignal): Promise<readonly LabelledValue[]> {
    const answer = await this.metrics.instant(this.source, expr, null, signal);
    return answer.ok ? answer.value.data : [];
  }
}
