import type { Labels } from '../../domain/base/Labels';
import type { LabelledSeries, LabelledValue } from '../../ports/Metrics';
import { MalformedAnswer } from './MalformedAnswer';

/** What a row held that could not be taken; told once an answer, as a warning. */
export interface RowOddities {
  histograms: number;
  infinite: number;
  offGrid: number;
  duplicates: number;
}

export const noOddities = (): RowOddities => ({ histograms: 0, infinite: 0, offGrid: 0, duplicates: 0 });

/** The grid a range was asked on. `length` points from `start`, `step` apart; milliseconds. */
export interface Grid {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/**
 * One element of a matrix as a series on the grid that was asked for. NaN and infinite values become gaps, points beside
 * the grid are left out, of two points at one time the later stands.
 * @returns null for a row of native histograms only
 * @throws MalformedAnswer naming what is wrong
 */
export function readMatrixRow(text: string, grid: Grid, odd: RowOddities): LabelledSeries | null {
  const row = parseObject(text);
  const labels = readLabels(row.metric);
  if (row.values === undefined && row.histograms !== undefined) {
    odd.histograms++;
    return null;
  }
  if (!Array.isArray(row.values)) {
    throw new MalformedAnswer('a row without "values"');
  }
  const values = new Float64Array(grid.length).fill(NaN);
  for (const point of row.values) {
    place(readPoint(point), values, grid, odd);
  }
  return { labels, series: { start: grid.start, step: grid.step, values } };
}

function place([at, value]: readonly [number, number], values: Float64Array, grid: Grid, odd: RowOddities): void {
  const index = (at - grid.start) / grid.step;
  if (!Number.isInteger(index) || index < 0 || index >= grid.length) {
    odd.offGrid++;
    return;
  }
  odd.duplicates += Number.isNaN(values[index]) ? 0 : 1;
  odd.infinite += Math.abs(value) === Infinity ? 1 : 0;
  values[index] = Number.isFinite(value) ? value : NaN;
}

/** One element of a vector. Null for a native histogram. */
export function readVectorRow(text: string, odd: RowOddities): LabelledValue | null {
  const row = parseObject(text);
  const labels = readLabels(row.metric);
  if (row.value === undefined && row.histogram !== undefined) {
    odd.histograms++;
    return null;
  }
  const [at, value] = readPoint(row.value);
  return { labels, value, at };
}

/** `[seconds, "value"]` as milliseconds and number. */
export function readPoint(point: unknown): readonly [at: number, value: number] {
  if (Array.isArray(point) && typeof point[0] === 'number' && typeof point[1] === 'string') {
    const value = readNumber(point[1]);
    if (value !== null) {
      return [Math.round(point[0] * 1000), value];
    }
  }
  throw new MalformedAnswer(`a point is ${excerpt(point)}; [seconds, "value"] is expected`);
}

function readNumber(text: string): number | null {
  const value = Number(text);
  if (!Number.isNaN(value) && text !== '') {
    return value;
  }
  return SPECIAL.get(text) ?? null;
}

const SPECIAL: ReadonlyMap<string, number> = new Map([
  ['NaN', NaN],
  ['+Inf', Infinity],
  ['Inf', Infinity],
  ['-Inf', -Infinity],
]);

export function readLabels(metric: unknown): Labels {
  if (!isRecord(metric)) {
    throw new MalformedAnswer('a row without "metric"');
  }
  for (const name in metric) {
    if (typeof metric[name] !== 'string') {
      throw new MalformedAnswer(`label ${name} is ${excerpt(metric[name])}; a text is expected`);
    }
  }
  return metric as Labels;
}

export function parseObject(text: string): Record<string, unknown> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new MalformedAnswer(`a row is not JSON: ${excerpt(text)}`);
  }
  if (!isRecord(parsed)) {
    throw new MalformedAnswer(`a row is ${excerpt(parsed)}; an object is expected`);
  }
  return parsed;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const excerpt = (value: unknown): string => (JSON.stringify(value) ?? 'missing').slice(0, 80);
