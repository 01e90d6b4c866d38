import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { PlainSeries } from './PlainSeries';

/** Every series of a frame; none of a table, where a row and not a label says whose value it is. */
export function plainSeriesOf(frame: DataFrame): PlainSeries[] {
  if (isTable(frame)) {
    return [];
  }
  const time = frame.fields.find((field) => field.type === FieldType.time);
  const step = time ? stepOf(time) : null;
  return numbersOf(frame).map((field) => {
    const last = newestRow(field);
    return { value: last === null ? null : Number(field.values[last]), at: last === null ? null : timeAt(time, last), step, labels: field.labels ?? {}, frame };
  });
}

/** True for several rows without labels that are told apart by words, or by nothing at all. */
export function isTable(frame: DataFrame): boolean {
  const numbers = numbersOf(frame);
  const has = (type: FieldType) => frame.fields.some((field) => field.type === type);
  const labelled = numbers.some((field) => Object.keys(field.labels ?? {}).length > 0);
  return frame.length > 1 && numbers.length > 0 && !labelled && (has(FieldType.string) || !has(FieldType.time));
}

const numbersOf = (frame: DataFrame): Field[] => frame.fields.filter((field) => field.type === FieldType.number);

function newestRow(field: Field): number | null {
  for (let i = field.values.length - 1; i >= 0; i--) {
    if (typeof field.values[i] === 'number' && Number.isFinite(field.values[i])) {
      return i;
    }
  }
  return null;
}

function timeAt(time: Field | undefined, row: number): number | null {
  const at: unknown = time?.values[row];
  return typeof at === 'number' && Number.isFinite(at) ? at : null;
}

/** As the data source states it, else the least distance: a gap is longer than a step. */
function stepOf(time: Field): number | null {
  const { interval } = time.config;
  if (typeof interval === 'number' && interval > 0) {
    return interval;
  }
  const distances = time.values.map((_, i) => (timeAt(time, i) ?? NaN) - (timeAt(time, i - 1) ?? NaN)).filter((distance) => distance > 0);
  return distances.reduce<number | null>((least, distance) => Math.min(least ?? distance, distance), null);
}
