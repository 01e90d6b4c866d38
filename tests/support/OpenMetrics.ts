import type { Labels } from '../../src/domain/base/Labels';

/** Samples of made-up series as OpenMetrics text, on a grid of times. Times are epoch milliseconds. */
export class OpenMetrics {
  private readonly lines: string[] = [];

  constructor(
    private readonly from: number,
    private readonly to: number,
    private readonly step: number
  ) {}

  /** A gauge; null leaves the sample out. */
  gauge(name: string, labels: Labels, valueAt: number | ((at: number) => number | null)): this {
    for (let at = this.from; at <= this.to; at += this.step) {
      this.sample(name, labels, typeof valueAt === 'number' ? valueAt : valueAt(at), at);
    }
    return this;
  }

  /** A counter that grows by `rateAt` each second; null leaves the sample out and starts again from zero after it. */
  counter(name: string, labels: Labels, rateAt: number | ((at: number) => number | null)): this {
    let total = 0;
    return this.gauge(name, labels, (at) => {
      const rate = typeof rateAt === 'number' ? rateAt : rateAt(at);
      total = rate === null ? 0 : total + (rate * this.step) / 1000;
      return rate === null ? null : total;
    });
  }

  /** A classic histogram: requests per second, share of them at or below each bound, mean; `_count` may be left to others. */
  histogram(
    name: string,
    labels: Labels,
    rate: number,
    shares: Readonly<Record<string, number>>,
    mean: number,
    withCount = true
  ): this {
    for (const [le, share] of Object.entries({ ...shares, '+Inf': 1 })) {
      this.counter(`${name}_bucket`, { ...labels, le }, rate * share);
    }
    this.counter(`${name}_sum`, labels, rate * mean);
    return withCount ? this.counter(`${name}_count`, labels, rate) : this;
  }

  text(): string {
    return `${this.lines.join('\n')}\n`;
  }

  private sample(name: string, labels: Labels, value: number | null, at: number): void {
    if (value !== null) {
      this.lines.push(`${name}{${labelText(labels)}} ${valueText(value)} ${at / 1000}`);
    }
  }
}

const labelText = (labels: Labels): string =>
  Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',');

const escaped = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

function valueText(value: number): string {
  if (Number.isNaN(value)) {
    return 'NaN';
  }
  return Number.isFinite(value) ? String(value) : `${value > 0 ? '+' : '-'}Inf`;
}
