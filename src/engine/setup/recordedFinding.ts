import type { LabelledValue } from '../../ports/Metrics';
import { passed, warned, type Finding } from './Finding';

/** Names of recorded series in the answer of `recordedCheck`. */
export const recordedNames = (rows: readonly LabelledValue[]): ReadonlySet<string> =>
  new Set(rows.map(({ labels }) => labels['__name__'] ?? '').filter((name) => name !== ''));

export function recordedFinding(rows: readonly LabelledValue[]): Finding {
  const { size } = recordedNames(rows);
  return size > 0
    ? passed(`${size} recorded series are loaded and used instead of raw expressions.`)
    : warned(
        'Recorded series of Headroom are there, and none of them holds this profile as it is grouped now.',
        'Load the present file of the Recording rules tab. Until then, raw series are read.'
      );
}

/** Nothing is loaded, which is fine. */
export const NOT_RECORDED: Finding = passed(
  'Not loaded, and not needed: questions are answered from raw series. The Recording rules tab writes the file that makes them cheaper.'
);
