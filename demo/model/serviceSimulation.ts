import { type ServiceDefinition } from '../history/serviceDefinition';
import { clientSeries } from './clientSeries';
import { demandAt } from './demandAt';
import { hashText } from './hashText';
import { instanceLoad } from './instanceLoad';
import { allSeries, type InstanceSeries } from './instanceSeries';
import { type InstanceSlot, instanceSlotsAt } from './instanceSlot';
import { type MetricSeries } from './metricSeries';
import { otelSeries } from './otelSeries';
import { recordInstance } from './recordInstance';
import { recordLatency } from './recordLatency';
import { seededRandom } from './seededRandom';
import { SeriesFactory } from './seriesFactory';
import { type Timeline, workMorning } from './timeline';
import { valueNoise } from './valueNoise';
import { WorkloadSeries } from './workloadSeries';

const WOBBLE = 0.07;
const WOBBLE_PERIOD = 25 * 60_000;

interface Running {
  readonly slot: InstanceSlot;
  readonly series: InstanceSeries;
}

/** Where a simulation takes up: counters by series key, each taken out by the series it belongs to, and the time they were read. */
export interface SimulationStart {
  readonly at: number;
  readonly counters: Map<string, number>;
}

/**
 * One service told tick by tick: demand from the model, split over the instances, turned into CPU, latency, errors and
 * requests in flight, and added to counters. `series` is replaced, never changed, when instances come and go.
 */
export class ServiceSimulation {
  series: readonly MetricSeries[] = [];
  private running: readonly Running[] = [];
  private signature = '';
  private last: number;
  private readonly seed: number;
  private readonly random: () => number;
  private make: SeriesFactory;
  private readonly workload?: WorkloadSeries;

  constructor(
    readonly service: ServiceDefinition,
    private readonly timeline: Timeline,
    start: SimulationStart
  ) {
    this.last = start.at;
    this.make = new SeriesFactory(start.counters);
    this.seed = hashText(`${service.namespace}/${service.name}`);
    this.random = seededRandom(this.seed ^ Math.floor(start.at / 1000));
    this.workload = service.family === 'opentelemetry' ? new WorkloadSeries(service, timeline, this.make) : undefined;
  }

  advance(at: number): void {
    const seconds = (at - this.last) / 1000;
    this.restartIfDue(at);
    this.last = at;
    this.arrange(at);
    this.workload?.advance(at, this.running.length);
    if (this.running.length > 0) {
      this.carry(at, seconds);
    }
  }

  private carry(at: number, seconds: number): void {
    const demand = demandAt(this.service, this.timeline, at - seconds * 500);
    const weights = this.running.reduce((sum, { slot }) => sum + slot.weight, 0);
    const servedByRoute = this.service.routes.map(() => 0);
    const random = this.random;
    for (const { slot, series } of this.running) {
      const share = (demand * slot.weight) / weights;
      const cpuMs = slot.phase.cpuMs;
      const load = instanceLoad(this.service, cpuMs, share);
      const wobble = WOBBLE * valueNoise(this.seed + slot.index, at, WOBBLE_PERIOD);
      recordInstance(this.service, series, { cpuMs, wobble, load, demand: share, seconds, random, servedByRoute });
    }
    const first = this.running[0];
    if (first) {
      const cpuMs = first.slot.phase.cpuMs;
      const load = instanceLoad(this.service, cpuMs, demand / this.running.length);
      recordLatency(this.service, first.series.latency, { cpuMs, wait: load.wait, servedByRoute });
    }
  }

  private arrange(at: number): void {
    const slots = instanceSlotsAt(this.service, this.timeline, at);
    const signature = slots.map((slot) => slot.name).join();
    if (signature === this.signature && this.series.length > 0) {
      return;
    }
    this.signature = signature;
    const before = new Map(this.running.map((running) => [running.slot.name, running]));
    this.running = slots.map((slot, i) => {
      const known = before.get(slot.name);
      const keepsLatency = known && known.series.latency.length > 0 === (i === 0);
      return keepsLatency ? { slot, series: known.series } : this.begin(slot, i === 0, at);
    });
    this.series = [...this.running.flatMap(({ series }) => allSeries(series)), ...(this.workload?.series ?? [])];
  }

  private begin(slot: InstanceSlot, withLatency: boolean, at: number): Running {
    const build = this.service.family === 'opentelemetry' ? otelSeries : clientSeries;
    const series = build(this.service, slot, withLatency, this.make);
    if (series.startTime) {
      series.startTime.value = Math.floor(at / 1000) - 4;
    }
    return { slot, series };
  }

  private restartIfDue(at: number): void {
    const due = (this.service.restarts ?? []).map((daysAgo) => workMorning(this.timeline, daysAgo));
    if (due.some((restart) => this.last < restart && restart <= at)) {
      this.running = [];
      this.signature = '';
      this.series = [];
      this.make = new SeriesFactory(new Map());
    }
  }
}
