import type { Answer, LabelledSeries, QueryFailure } from '../../ports/Metrics';

/** More rows than any fleet: the grouping labels are wrong, and keeping the answer would fill the browser. */
const MAX_ROWS = 20_000;

/** Warnings by which Thanos, Mimir and others say that some of their stores did not answer. */
const IN_PART = /partial|no store|store.*(?:unavailable|failed)|receive.*series.*error|deadline exceeded/i;

/** Why an answer must not be kept at all; null when it may. */
export function unusableAnswer({ data }: Answer<readonly LabelledSeries[]>, expr: string): QueryFailure | null {
  if (data.length <= MAX_ROWS) {
    return null;
  }
  const message =
    `The answer has ${data.length.toLocaleString('en')} rows (at most ${MAX_ROWS.toLocaleString('en')} are kept): ` +
    'check the grouping labels of the profile, one of them may differ with every request.';
  return { kind: 'bad-answer', message, status: 200, expr };
}

/** Says that an answer leaves something out: worth showing, not worth keeping as final. Null when it is whole. */
export function answeredInPart({ stats }: Pick<Answer<unknown>, 'stats'>, expr: string): QueryFailure | null {
  const warning = stats.warnings.find((text) => IN_PART.test(text));
  if (warning === undefined) {
    return null;
  }
  return { kind: 'execution', message: `Answered in part, read again next time: ${warning}`, status: 200, expr };
}
