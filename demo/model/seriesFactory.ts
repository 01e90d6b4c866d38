import { type Labels, labelText } from './labelText';
import { type Cadence, type MetricSeries, type MetricType } from './metricSeries';

const COUNTER_SUFFIX = /_total$/;
const HISTOGRAM_SUFFIX = /_(bucket|sum|count)$/;

/** Makes series; a counter takes up the value at which an earlier run left it, so that a continued history has no reset. */
export class SeriesFactory {
  /** @param earlier counters by series key; shared by many factories, each takes out its own */
  constructor(private readonly earlier: Map<string, number>) {}

  counter(name: string, labels: Labels, cadence: Cadence, whole = true): MetricSeries {
    return this.make(name, 'counter', name.replace(COUNTER_SUFFIX, ''), labels, cadence, whole);
  }

  histogram(name: string, labels: Labels, cadence: Cadence, whole = true): MetricSeries {
    return this.make(name, 'histogram', name.replace(HISTOGRAM_SUFFIX, ''), labels, cadence, whole);
  }

  gauge(name: string, labels: Labels, cadence: Cadence, whole = true): MetricSeries {
    return this.make(name, 'gauge', name, labels, cadence, whole);
  }

  private make(
    name: string,
    type: MetricType,
    family: string,
    labels: Labels,
    cadence: Cadence,
    whole: boolean
  ): MetricSeries {
    const key = name + labelText(labels);
    const value = type === 'gauge' ? 0 : (this.earlier.get(key) ?? 0);
    // An instance that leaves and comes back under its name begins at 0, as a restarted process does.
    this.earlier.delete(key);
    return { family, type, key, cadence, whole, value };
  }
}
