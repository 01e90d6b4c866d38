import type { Labels } from '../base/Labels';
import type { Question } from './Question';
import { textHash } from './textHash';

/** Label that tells the parts of a joint answer apart. */
const PART = 'headroom_kpi';

/**
 * Several instant questions as one expression, for facts that are cheap and seldom change. The rows of each part carry
 * its KPI in `headroom_kpi`: read them with `rowsOfPart`.
 * @throws RangeError when there are fewer than two parts, or one of them has a step
 */
export function jointQuestion(parts: readonly Question[]): Question {
  const [first] = parts;
  if (first === undefined || parts.length < 2 || parts.some(({ step }) => step !== null)) {
    throw new RangeError(`cannot join ${parts.map(({ kpi }) => kpi).join(', ') || 'nothing'}: two or more instant questions are needed`);
  }
  const expr = parts.map((part) => `label_replace(\n${indented(part.expr)},\n  "${PART}", "${part.kpi}", "", ""\n)`).join('\nor\n');
  return {
    ...first,
    id: `joint/${first.profileId}/${textHash(expr)}`,
    expr,
    extra: [PART],
    lookback: Math.max(...parts.map(({ lookback }) => lookback)),
    doc: parts.map(({ doc }) => doc).join(' '),
    recorded: null,
  };
}

/** Rows of one part of a joint answer, as the part asked alone would have them. */
export const rowsOfPart = <Row extends { readonly labels: Labels }>(rows: readonly Row[], { kpi }: Question): readonly Row[] =>
  rows.filter(({ labels }) => labels[PART] === kpi).map((row) => ({ ...row, labels: withoutPart(row.labels) }));

function withoutPart({ [PART]: _part, ...labels }: Labels): Labels {
  return labels;
}

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
