import * as z from 'zod/mini';
import type { Benchmark } from '../capacity/Benchmark';
import { encodeRecord } from './recordText';
import { serviceName } from './serviceName';

/** Tag of annotations that hold a benchmark. */
export const BENCHMARK_TAG = 'headroom:benchmark';

const text = z.nullable(z.string());

const shape = z.object({
  schema: z.literal(1),
  service: z.string(),
  origin: z.enum(['load-test', 'declared']),
  low: z.number().check(z.positive()),
  high: z.nullable(z.number()),
  at: z.number(),
  by: text,
  version: text,
  spec: text,
  note: text,
});

export type BenchmarkRecord = Omit<z.infer<typeof shape>, 'schema'>;

/** Null for anything that is not a benchmark record of this version. */
export function parseBenchmarkRecord(record: unknown): BenchmarkRecord | null {
  const parsed = shape.safeParse(record);
  if (!parsed.success) {
    return null;
  }
  const { schema: _schema, ...fields } = parsed.data;
  return fields;
}

/** Text of the annotation that keeps a benchmark: a line for people and the record. @throws RangeError when it is too long */
export function benchmarkRecordText(service: string, benchmark: Omit<Benchmark, 'evidence'>): string {
  const { origin, low, high, at, by, version, spec, note } = benchmark;
  const interval = high === null ? `at least ${low}` : `${low} to ${high}`;
  const line = `Benchmark of ${serviceName(service)} (${origin}): one instance carries ${interval} requests/s${version ? `, version ${version}` : ''}${by ? `, by ${by}` : ''}`;
  return encodeRecord(line, { schema: 1, service, origin, low, high, at, by, version, spec, note });
}
