import type { Labels } from '../base/Labels';

/** What is known of one label of one metric. */
export interface LabelFact {
  /** Distinct values that are not empty. */
  readonly values: number;
  /** Series that carry the label. */
  readonly series: number;
}

/** Which of the candidate labels a metric carries (answer of `labelFactsQuestion`). A label that is not there has no entry. */
export interface LabelFacts {
  readonly metric: string;
  /** Series of the metric; 0 when it has no samples now. */
  readonly series: number;
  readonly labels: ReadonlyMap<string, LabelFact>;
}

/** One row of the answer. */
export interface LabelFactRow {
  readonly labels: Labels;
  readonly value: number;
}

/** Rows of the answer of `labelFactsQuestion`: `headroom_label` names the label, `headroom_fact` says what is counted. */
export function labelFactsFrom(metric: string, rows: readonly LabelFactRow[]): LabelFacts {
  const read = (label: string, fact: string): number =>
    rows.find((r) => (r.labels['headroom_label'] ?? '') === label && r.labels['headroom_fact'] === fact)?.value ?? 0;
  const names = new Set(rows.map((r) => r.labels['headroom_label'] ?? '').filter((name) => name !== ''));
  return {
    metric,
    series: read('', 'series'),
    labels: new Map([...names].map((name) => [name, { values: read(name, 'values'), series: read(name, 'series') }])),
  };
}
