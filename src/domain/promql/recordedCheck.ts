import { DAY } from '../base/Duration';
import { aggregate, call, over, selector, type Expr } from './Expr';
import { anyOf } from './escapeRegex';
import { printExpr } from './printExpr';
import type { QuestionContext } from './QuestionContext';
import { PROFILE_LABEL, RECORDED_NAMES, recordedScope } from './RecordedName';

/**
 * One instant expression whose answer has a row (label `__name__`) for each recorded series that holds this
 * profile with its present grouping and scope. With `daysAgo` it tells which already did then: a recorded series whose
 * history is shorter than what is asked must not replace the raw expression.
 */
export const recordedCheck = (context: QuestionContext, daysAgo = 0): string => printExpr(recordedCheckExpr(context, daysAgo));

/** The same, to be put together with others. */
export function recordedCheckExpr(context: QuestionContext, daysAgo = 0): Expr {
  const name = context.profile.group.at(-1);
  const matchers = [
    { label: '__name__', op: '=~' as const, value: anyOf(RECORDED_NAMES) },
    { label: PROFILE_LABEL, op: '=' as const, value: context.profile.id },
    ...(name === undefined ? [] : [{ label: name, op: '!=' as const, value: '' }]),
    ...recordedScope(context),
  ];
  const source = selector(null, matchers);
  // last_over_time is the one range function that keeps names.
  const seen = daysAgo > 0 ? call('last_over_time', { ...over(source, DAY), offset: daysAgo * DAY }) : source;
  return aggregate('group', ['__name__'], seen);
}
