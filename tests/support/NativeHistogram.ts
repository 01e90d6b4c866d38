import type { Labels } from '../../src/domain/base/Labels';
import { delimited, proto } from './Protobuf';

/** Buckets grow by 2^(1/8), 9 %: https://prometheus.io/docs/specs/native_histograms/ */
const SCHEMA = 3;
const ZERO_THRESHOLD = 2 ** -128;
const HISTOGRAM = 4;

/** Upper over lower bound of a bucket. */
export const BUCKET_GROWTH = 2 ** (2 ** -SCHEMA);

/** A native histogram of one series that observes numbers above zero; exposed as `io.prometheus.client.Metric`. */
export class NativeHistogram {
  private readonly counts = new Map<number, number>();
  private count = 0;
  private sum = 0;

  constructor(private readonly labels: Labels) {}

  observe(value: number): void {
    const bucket = Math.ceil(Math.log2(value) * 2 ** SCHEMA - 1e-12);
    this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + 1);
    this.count++;
    this.sum += value;
  }

  /** @param at time of the sample, epoch milliseconds */
  metric(at: number): readonly Buffer[] {
    const labels = Object.entries(this.labels).map(([name, value]) => proto.message(1, [proto.text(1, name), proto.text(2, value)]));
    return [...labels, proto.int(6, at), proto.message(7, this.histogram())];
  }

  private histogram(): readonly Buffer[] {
    const buckets = [...this.counts.keys()].sort((a, b) => a - b);
    const spans = buckets.map((bucket, i) => {
      const before = buckets[i - 1];
      const offset = before === undefined ? bucket : bucket - before - 1;
      return proto.message(12, [proto.sint(1, offset), proto.uint(2, 1)]);
    });
    const values = buckets.map((bucket) => this.counts.get(bucket) ?? 0);
    const deltas = values.map((value, i) => value - (values[i - 1] ?? 0));
    return [
      proto.uint(1, this.count),
      proto.double(2, this.sum),
      proto.sint(5, SCHEMA),
      proto.double(6, ZERO_THRESHOLD),
      ...spans,
      ...(deltas.length > 0 ? [proto.sints(13, deltas)] : []),
    ];
  }
}

/** A family of native histograms as Prometheus scrapes it with `application/vnd.google.protobuf`. */
export const histogramFamily = (name: string, series: readonly NativeHistogram[], at: number): Buffer =>
  delimited([proto.text(1, name), proto.text(2, 'made for a test'), proto.uint(3, HISTOGRAM), ...series.map((s) => proto.message(4, s.metric(at)))]);
