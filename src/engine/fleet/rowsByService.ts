import { joinKey, type Labels } from '../../domain/base/Labels';
import type { RowsByService } from './KpiState';

/** Rows by the values of their grouping labels. Rows whose grouping labels are all empty belong to no service. */
export function rowsByService<Row extends { readonly labels: Labels }>(rows: readonly Row[], join: readonly string[]): RowsByService<Row> {
  const index = new Map<string, Row[]>();
  for (const row of rows) {
    if (join.every((name) => !row.labels[name])) {
      continue;
    }
    const key = joinKey(row.labels, join);
    const others = index.get(key);
    if (others) {
      others.push(row);
    } else {
      index.set(key, [row]);
    }
  }
  return index;
}
