import { DAY } from '../../domain/base/Duration';
import { ok, type Result } from '../../domain/base/Result';
import type { QueryFailure } from '../../ports/Metrics';
import { passed, warned, type Finding } from './Finding';
import type { SourceProbe } from './SourceProbe';

/**
 * How many whole days back a question still has an answer, up to `days`. Asked by halving, so that a long history costs
 * one instant question and a short one about seven, each as cheap as the same question now.
 */
export async function probeRetention(
  probe: SourceProbe,
  expr: string,
  days: number
): Promise<Result<number, QueryFailure>> {
  const first = await probe.instant(expr, days * DAY);
  if (!first.ok) {
    return first;
  }
  if (first.value.length > 0) {
    return ok(days);
  }
  let reached = 0;
  let missing = days;
  while (missing - reached > 1) {
    const middle = Math.floor((reached + missing) / 2);
    const answer = await probe.instant(expr, middle * DAY);
    if (!answer.ok) {
      return answer;
    }
    [reached, missing] = answer.value.length > 0 ? [middle, missing] : [reached, middle];
  }
  return ok(reached);
}

export function retentionFinding(reached: number, days: number): Finding {
  if (reached >= days) {
    return passed(`Samples reach back all ${days} days of history.`);
  }
  const shown =
    reached === 0
      ? 'Less than a day of samples is kept'
      : `Samples reach back about ${reached} ${reached === 1 ? 'day' : 'days'}`;
  return warned(
    `${shown}; ${days} days are asked for.`,
    'All-time highs then mean "since the data begins", and say so. Lengthen the retention, or lower the days under History & budget.'
  );
}
