import { type ServiceDefinition } from '../history/serviceDefinition';
import { type MetricSeries } from './metricSeries';
import { desiredReplicasAt } from './replicasAt';
import { type SeriesFactory } from './seriesFactory';
import { type Timeline } from './timeline';

const HPA = 'kube_horizontalpodautoscaler';

/** What kube-state-metrics tells of the Deployment and its autoscaler. */
export class WorkloadSeries {
  readonly series: readonly MetricSeries[];
  private readonly desired: MetricSeries;
  private readonly ready: readonly MetricSeries[];
  private readonly wanted?: MetricSeries;

  constructor(
    private readonly service: ServiceDefinition,
    private readonly timeline: Timeline,
    make: SeriesFactory
  ) {
    const { namespace, name: deployment, autoscaler, owner } = service;
    const gauge = (name: string): MetricSeries => make.gauge(name, { namespace, deployment }, 'coarse');
    this.desired = gauge('kube_deployment_spec_replicas');
    this.ready = [gauge('kube_deployment_status_replicas_ready')];
    const labels = make.gauge('kube_deployment_labels', { namespace, deployment, label_team: owner }, 'recent');
    labels.value = 1;
    const all = [this.desired, ...this.ready, labels];
    if (autoscaler) {
      const scaler = (part: string): MetricSeries =>
        make.gauge(`${HPA}_${part}`, { namespace, horizontalpodautoscaler: deployment }, 'coarse');
      const min = scaler('spec_min_replicas');
      const max = scaler('spec_max_replicas');
      const current = scaler('status_current_replicas');
      const wanted = scaler('status_desired_replicas');
      min.value = autoscaler.min;
      max.value = autoscaler.max;
      this.ready = [...this.ready, current];
      this.wanted = wanted;
      all.push(min, max, current, wanted);
    }
    this.series = all;
  }

  advance(at: number, readyNow: number): void {
    const desired = desiredReplicasAt(this.service, this.timeline, at);
    this.desired.value = desired;
    for (const series of this.ready) {
      series.value = readyNow;
    }
    if (this.wanted) {
      this.wanted.value = desired;
    }
  }
}
