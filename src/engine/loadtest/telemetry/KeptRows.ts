import type { RawMetrics, RawRow } from '../../../ports/Metrics';

/** Milliseconds: exporters look every 10 to 15 s, rules are evaluated every 30 s or a minute; this holds a few of the slowest. */
export const EXPORTED_RANGE = 270_000;

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
