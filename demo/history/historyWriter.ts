import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ServiceSimulation, type SimulationStart } from '../model/serviceSimulation';
import { type Timeline } from '../model/timeline';
import { blockRanges } from './blockRanges';
import { buildBlocks } from './buildBlocks';
import { openMetricsText } from './openMetricsText';
import { type SeriesColumn } from './seriesColumn';
import { type ServiceDefinition } from './serviceDefinition';
import { simulateColumns } from './simulateColumns';
import { TimeGrid, type Tick } from './timeGrid';

export interface HistoryOutput {
  readonly scratch: string;
  readonly data: string;
  /** Ends the work, promtool's included. */
  readonly signal: AbortSignal;
}

/** Told after each block: share of the whole that is written as text. */
export type HistoryProgress = (share: number, samples: number) => void;

/** Lets signals and timers be heard between two stretches of work. */
async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}

/**
 * Writes history block by block: while promtool builds earlier blocks on other cores, the next one is simulated here.
 * Keeps its simulations, so that the last minutes can be written just before Prometheus starts.
 */
export class HistoryWriter {
  private readonly simulations: readonly ServiceSimulation[];
  private written: number;
  samples = 0;

  constructor(
    services: readonly ServiceDefinition[],
    private readonly timeline: Timeline,
    private readonly output: HistoryOutput,
    start: SimulationStart
  ) {
    this.written = start.at;
    this.simulations = services.map((service) => new ServiceSimulation(service, timeline, start));
  }

  async writeUntil(to: number, progress: HistoryProgress = () => undefined): Promise<void> {
    const from = this.written;
    const grid = new TimeGrid(this.timeline, to);
    const building = new Set<Promise<void>>();
    mkdirSync(this.output.scratch, { recursive: true });
    for (const range of blockRanges(from, to)) {
      const file = await this.writeBlockText(grid.between(range.from, range.to), range.from);
      progress((range.to - from) / (to - from), this.samples);
      if (file) {
        this.build(file, building);
        await this.waitForRoom(building);
      }
    }
    await Promise.all(building);
    this.written = to;
  }

  /** Counters as they stand now, for the process that continues them. */
  counters(): Map<string, number> {
    const values = new Map<string, number>();
    for (const simulation of this.simulations) {
      for (const series of simulation.series) {
        if (series.type !== 'gauge') {
          values.set(series.key, series.value);
        }
      }
    }
    return values;
  }

  private async writeBlockText(ticks: readonly Tick[], from: number): Promise<string | undefined> {
    const columns: SeriesColumn[] = [];
    for (const simulation of this.simulations) {
      columns.push(...simulateColumns(simulation, this.timeline, ticks));
      await breathe(this.output.signal);
    }
    this.samples += columns.reduce((sum, column) => sum + column.values.length, 0);
    const file = path.join(this.output.scratch, `${from}.txt`);
    const handle = await open(file, 'w');
    try {
      for (const piece of openMetricsText(columns, ticks)) {
        await handle.write(piece);
        this.output.signal.throwIfAborted();
      }
    } finally {
      await handle.close();
    }
    return columns.length > 0 ? file : undefined;
  }

  private build(file: string, building: Set<Promise<void>>): void {
    const job = buildBlocks(file, this.output.data, this.output.signal);
    building.add(job);
    // A job that fails stays in the set, so that whoever waits for it hears of it.
    job.then(
      () => building.delete(job),
      () => undefined
    );
  }

  private async waitForRoom(building: ReadonlySet<Promise<void>>): Promise<void> {
    const most = Math.max(2, availableParallelism() - 1);
    while (building.size >= most) {
      await Promise.race(building);
    }
  }
}
