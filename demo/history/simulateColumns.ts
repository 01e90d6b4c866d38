import { type MetricSeries } from '../model/metricSeries';
import { type ServiceSimulation } from '../model/serviceSimulation';
import { workMorning, type Timeline } from '../model/timeline';
import { type BlockRange } from './blockRanges';
import { type SeriesColumn } from './seriesColumn';
import { type ServiceDefinition } from './serviceDefinition';
import { type Tick } from './timeGrid';

const HOUR = 3_600_000;

function gapsOf(service: ServiceDefinition, timeline: Timeline): BlockRange[] {
  return (service.gaps ?? []).map(({ daysAgo, hours }) => {
    const from = workMorning(timeline, daysAgo);
    return { from, to: from + hours * HOUR };
  });
}

function isKept(series: MetricSeries, tick: Tick): boolean {
  switch (series.cadence) {
    case 'fine':
      return true;
    case 'coarse':
      return tick.coarse;
    case 'latency':
      return tick.latency;
    case 'recent':
      return tick.recent;
    case 'never':
      return false;
  }
}

/** Runs one service through the ticks and keeps the samples each series is due. */
export function simulateColumns(
  simulation: ServiceSimulation,
  timeline: Timeline,
  ticks: readonly Tick[]
): SeriesColumn[] {
  const gaps = gapsOf(simulation.service, timeline);
  const all: SeriesColumn[] = [];
  let series: readonly MetricSeries[] = [];
  let columns: SeriesColumn[] = [];
  const known = new Map<MetricSeries, SeriesColumn>();
  const columnOf = (one: MetricSeries): SeriesColumn => {
    const column = known.get(one) ?? { series: one, ticks: [], values: [] };
    if (!known.has(one)) {
      known.set(one, column);
      all.push(column);
    }
    return column;
  };
  ticks.forEach((tick, index) => {
    simulation.advance(tick.at);
    if (gaps.some((gap) => gap.from <= tick.at && tick.at < gap.to)) {
      return;
    }
    if (series !== simulation.series) {
      series = simulation.series;
      columns = series.map(columnOf);
    }
    keep(columns, tick, index);
  });
  return all.filter((column) => column.ticks.length > 0);
}

function keep(columns: readonly SeriesColumn[], tick: Tick, index: number): void {
  for (const column of columns) {
    if (isKept(column.series, tick)) {
      column.ticks.push(index);
      column.values.push(column.series.value);
    }
  }
}
