import type { CounterSource } from '../catalogue/Profile';
import { call, rate, selector, sumBy, type Expr } from './Expr';
import type { QuestionContext } from './QuestionContext';
import { scopedMatchers } from './scopedMatchers';

/** Events per second of a counter (or of a native histogram's count), summed by labels: rate first, then sum. */
export function counterRate(
  context: QuestionContext,
  source: CounterSource,
  by: readonly string[],
  window: number
): Expr {
  const summed = sumBy(by, rate(selector(source.metric, scopedMatchers(context, source.matchers)), window));
  return source.native ? call('histogram_count', summed) : summed;
}

/** Requests per second by the profile's grouping labels and further ones. */
export const demandRate = (context: QuestionContext, window: number, extra: readonly string[] = []): Expr =>
  counterRate(context, context.profile.requests, [...context.profile.group, ...extra], window);

/** Failed requests per second by the grouping labels; null when the profile does not tell failures apart. */
export function errorRate(context: QuestionContext, window: number): Expr | null {
  const { errors, requests, group } = context.profile;
  if (!errors) {
    return null;
  }
  const source =
    'counter' in errors
      ? errors.counter
      : { ...requests, matchers: [...(requests.matchers ?? []), ...errors.matchers] };
  return counterRate(context, source, group, window);
}
