import type { DataFrame, Field } from '@grafana/data';
import type { BenchmarkColumnName } from '../../domain/capacity/benchmarkColumns';
import type { KeyedBenchmark } from './KeyedBenchmark';

const NEEDED: readonly BenchmarkColumnName[] = ['time', 'service', 'low'];

/** Rows of every frame that holds a history of benchmarks; frames of another kind and rows without a number are left out. */
export function readBenchmarkFrames(frames: readonly DataFrame[]): readonly KeyedBenchmark[] {
  return frames.filter((frame) => NEEDED.every((name) => fieldOf(frame, name))).flatMap(readRows);
}

function readRows(frame: DataFrame): KeyedBenchmark[] {
  const text = (name: BenchmarkColumnName, row: number): string | null => {
    const value: unknown = fieldOf(frame, name)?.values[row];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const number = (name: BenchmarkColumnName, row: number): number | null => {
    const value: unknown = fieldOf(frame, name)?.values[row];
    return typeof value === 'number' && Number.isFinite(value) ? value : null;
  };
  return Array.from({ length: frame.length }, (_, row): KeyedBenchmark | null => {
    const [at, low] = [number('time', row), number('low', row)];
    return at === null || low === null
      ? null
      : { key: text('key', row), service: text('service', row) ?? 'unnamed', at, low, high: number('high', row), version: text('version', row), origin: text('origin', row), by: text('by', row), note: text('note', row) };
  }).filter((row) => row !== null);
}

const fieldOf = (frame: DataFrame, name: BenchmarkColumnName): Field | undefined => frame.fields.find((field) => field.name === name);
