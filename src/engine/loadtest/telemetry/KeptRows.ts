import type { RawMetrics, RawRow } from '../../../ports/Metrics';

/** Rows of one range question. A failed read leaves those of before, which grow old: that is what guards look at. */
export class KeptRows {
  private rows: readonly RawRow[] = [];
  private last: string | null = null;

  constructor(private readonly metrics: RawMetrics) {}

  /** The question asked last; null = none was. */
  get asked(): string | null {
    return this.last;
  }

  async read(source: string, expr: string, signal: AbortSignal): Promise<readonly RawRow[]> {
    this.last = expr;
    const answer = await this.metrics.raw(source, expr, null, signal);
    this.rows = answer.ok ? answer.value.data : this.rows;
    return this.rows;
  }
}
