import type { KeyedBenchmark } from './KeyedBenchmark';

/** What one service carried, oldest first. */
export interface ServiceBenchmarks {
  /** Its identity, or its name where the answer says no identity. */
  readonly id: string;
  /** Its name; with the source where several of the services shown share it. */
  readonly title: string;
  readonly rows: readonly KeyedBenchmark[];
}

/** Benchmarks by service: the same name in two data sources is two services, and neither is a version of the other. */
export function benchmarksByService(rows: readonly KeyedBenchmark[]): readonly ServiceBenchmarks[] {
  const found = new Map<string, KeyedBenchmark[]>();
  for (const row of [...rows].sort((a, b) => a.at - b.at)) {
    const id = row.key ?? row.service;
    found.set(id, [...(found.get(id) ?? []), row]);
  }
  const named = [...found].map(([id, members]) => ({ id, name: members.at(-1)?.service ?? id, rows: members }));
  return named
    .map(({ id, name, rows: members }) => {
      const shared = named.filter((other) => other.name === name).length > 1;
      return { id, title: shared ? `${name} (${sourceOf(id)})` : name, rows: members };
    })
    .sort((a, b) => a.title.localeCompare(b.title, 'en', { numeric: true }));
}

/** Data source and profile, which a key begins with; any other text as it is. */
function sourceOf(key: string): string {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.length >= 2 ? parts.slice(0, 2).map(String).join(', ') : key;
  } catch {
    return key;
  }
}
