import { err, ok, type Result } from '../../base/Result';

/** Values of one metric on one side with their tag set, at a fixed step (0 = unknown). Times in milliseconds. */
export interface SideSeries {
  readonly tags: Readonly<Record<string, string>>;
  readonly values: readonly number[];
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export interface SeriesPair {
  readonly tags: Readonly<Record<string, string>>;
  readonly control: readonly number[];
  readonly experiment: readonly number[];
}

/** Padded at the end with NaN up to floor((to - from) / step) values; step 0 = no padding. */
export function padSide({ values, from, to, step }: SideSeries): readonly number[] {
  const wanted = step > 0 ? Math.floor((to - from) / step) : 0;
  return [...values, ...Array.from({ length: Math.max(0, wanted - values.length) }, () => NaN)];
}

/**
 * One pair for each equal tag set. A side without that tag set takes part as an all-NaN template.
 * An error names tag keys that differ between the sides.
 */
export function pairSeries(control: readonly SideSeries[], experiment: readonly SideSeries[]): Result<readonly SeriesPair[], string> {
  const tagged = [...control, ...experiment].filter((s) => Object.keys(s.tags).length > 0);
  const keySets = [...new Set(tagged.map((s) => Object.keys(s.tags).sort().join(', ')))];
  if (keySets.length > 1) {
    return err(`the two sides have different tags: ${keySets.join(' and ')}`);
  }
  const all = tagged.length > 0 ? tagged : [...control, ...experiment];
  const tagSets = new Map(all.map((s) => [keyOf(s), s.tags]));
  return ok([...tagSets].map(([key, tags]) => ({ tags, control: valuesOf(control, key), experiment: valuesOf(experiment, key) })));
}

const keyOf = ({ tags }: SideSeries): string => JSON.stringify(Object.entries(tags).sort(([a], [b]) => (a < b ? -1 : 1)));

function valuesOf(side: readonly SideSeries[], key: string): readonly number[] {
  const own = side.find((s) => keyOf(s) === key);
  const template = side[0];
  return own !== undefined ? padSide(own) : template === undefined ? [] : padSide(template).map(() => NaN);
}
