import type { Labels } from '../../src/domain/base/Labels';

/** One row of an answer. */
export interface Row {
  readonly labels: Labels;
  readonly value: number;
}

interface ApiAnswer {
  readonly status: string;
  readonly error?: string;
  readonly data?: { readonly result: ReadonlyArray<{ metric: Record<string, string>; value: [number, string] }> };
}

/** Answer of an instant query at a time (epoch milliseconds). @throws with what Prometheus said when it refuses */
export async function askPrometheus(url: string, expr: string, at: number): Promise<readonly Row[]> {
  const body = new URLSearchParams({ query: expr, time: String(at / 1000) });
  const response = await fetch(`${url}/api/v1/query`, { method: 'POST', body });
  const answer = (await response.json()) as ApiAnswer;
  if (answer.status !== 'success' || !answer.data) {
    throw new Error(`${answer.error ?? 'no answer'}\n${expr}`);
  }
  return answer.data.result.map(({ metric, value }) => ({
    labels: metric,
    value: Number(value[1].replace('Inf', 'Infinity')),
  }));
}

/** Values of an answer by the labels named, joined by `/`. A group that stands twice is an error in the question. */
export function byLabels(rows: readonly Row[], labels: readonly string[]): Readonly<Record<string, number>> {
  const entries = rows.map((row) => [labels.map((name) => row.labels[name] ?? '').join('/'), row.value] as const);
  if (new Set(entries.map(([key]) => key)).size !== entries.length) {
    throw new Error(`rows are not told apart by ${labels.join(', ')}: ${JSON.stringify(rows)}`);
  }
  return Object.fromEntries(entries);
}
