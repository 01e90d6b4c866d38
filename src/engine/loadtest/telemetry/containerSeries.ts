import { CONTAINER_CPU, CONTAINER_CPU_PERIOD, CONTAINER_CPU_QUOTA, CONTAINER_MEMORY_LIMIT, CONTAINER_PERIODS, CONTAINER_THROTTLED, CONTAINER_WORKING_SET, LIMITS } from '../../../domain/catalogue/kubernetesMetrics';
import type { Labels } from '../../../domain/base/Labels';
import type { RawSeries } from '../../../domain/guards/RawSample';
import { RECORDED_CPU } from '../../../domain/promql/guardSamples';
import { SIGNAL } from '../../../domain/ramp/Signal';
import type { LabelledValue, RawRow } from '../../../ports/Metrics';
import type { PodPlace } from './podPlaces';

/** What one container may use; null = no limit is known. */
export interface ContainerLimits {
  readonly cores: number | null;
  readonly memoryBytes: number | null;
}

const isAt = ({ pod, namespace }: PodPlace, labels: Labels): boolean => labels.pod === pod && (namespace === null || labels.namespace === namespace);

/** The container that serves: the one its samples name, else the only one of its pod; null = nobody can tell. */
export function servingContainer(place: PodPlace, rows: ReadonlyArray<{ readonly labels: Labels }>): string | null {
  const names = new Set(rows.filter(({ labels }) => isAt(place, labels)).map(({ labels }) => labels.container ?? ''));
  return place.container !== null && names.has(place.container) ? place.container : names.size === 1 ? ([...names][0] ?? null) : null;
}

/** @param published rows of the limits metrics, as of now */
export function containerLimitsOf(place: PodPlace, published: readonly LabelledValue[]): ContainerLimits {
  const container = servingContainer(place, published);
  const own = published.filter(({ labels }) => isAt(place, labels) && labels.container === container);
  const valueOf = (metric: string, resource?: string): number | null => {
    const values = own.filter(({ labels, value }) => labels.__name__ === metric && (resource === undefined || labels.resource === resource) && value > 0).map(({ value }) => value);
    return values.length === 0 ? null : Math.max(...values);
  };
  const [quota, period] = [valueOf(CONTAINER_CPU_QUOTA), valueOf(CONTAINER_CPU_PERIOD)];
  return {
    cores: valueOf(LIMITS, 'cpu') ?? (quota === null || period === null ? null : quota / period),
    memoryBytes: valueOf(LIMITS, 'memory') ?? valueOf(CONTAINER_MEMORY_LIMIT),
  };
}

/** Samples of the container that serves, with its limits as gauges at the same timestamps. Empty when nobody can tell which one it is. */
export function containerSeries(place: PodPlace, rows: readonly RawRow[], { cores, memoryBytes }: ContainerLimits): Readonly<Record<string, readonly RawSeries[]>> {
  const container = servingContainer(place, rows);
  const own = rows.filter(({ labels }) => isAt(place, labels) && labels.container === container);
  const named = (...metrics: readonly string[]): readonly RawSeries[] => onceScraped(own.filter(({ labels }) => metrics.includes(labels.__name__ ?? '')));
  const cpu = named(CONTAINER_CPU).map(moved);
  // Where the counter is there, a recorded mean of it says nothing more.
  const recorded = cpu.length > 0 ? [] : named(...RECORDED_CPU.slice(0, 1)).length > 0 ? named(...RECORDED_CPU.slice(0, 1)) : named(...RECORDED_CPU.slice(1));
  const memory = named(CONTAINER_WORKING_SET);
  return {
    [SIGNAL.containerCpu]: cpu,
    [SIGNAL.recordedCpu]: recorded,
    [SIGNAL.containerCores]: limitAt([...cpu, ...recorded], cores),
    [SIGNAL.containerMemory]: memory,
    [SIGNAL.containerMemoryLimit]: limitAt(memory, memoryBytes),
    [SIGNAL.periods]: named(CONTAINER_PERIODS),
    [SIGNAL.throttled]: named(CONTAINER_THROTTLED),
  };
}

/** One kubelet may be scraped by two jobs: of several scrapes the one that is furthest is read. */
function onceScraped(rows: readonly RawRow[]): readonly RawSeries[] {
  const byScrape = new Map<string, RawRow[]>();
  for (const row of rows) {
    const scrape = JSON.stringify([row.labels.job, row.labels.instance, row.labels.metrics_path, row.labels.endpoint]);
    byScrape.set(scrape, [...(byScrape.get(scrape) ?? []), row]);
  }
  const newest = (all: readonly RawRow[]): number => Math.max(...all.map(({ samples }) => samples.at(-1)?.at ?? -Infinity));
  const [best = []] = [...byScrape.values()].sort((a, b) => newest(b) - newest(a));
  return best.map(({ samples }) => samples);
}

/**
 * Scraped more often than cAdvisor looks (and without its timestamps), the counter stands still between looks: a repeated
 * value is no new sample, and its growth belongs to the time since the last one that moved.
 */
const moved = (series: RawSeries): RawSeries => series.filter(({ value }, i) => i === 0 || value !== series[i - 1]?.value);

function limitAt(series: readonly RawSeries[], value: number | null): readonly RawSeries[] {
  const times = [...new Set(series.flatMap((one) => one.map(({ at }) => at)))].sort((a, b) => a - b);
  return value === null || times.length === 0 ? [] : [times.map((at) => ({ at, value }))];
}
