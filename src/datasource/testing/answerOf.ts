import type { Series } from '../../domain/base/Series';
import { HOUR } from '../../domain/base/Duration';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { NOW } from '../../domain/capacity/serviceFacts.fixture';
import { NO_CURVES, type Curves } from '../../engine/datasource/Curves';
import type { FeedAnswer } from '../../engine/datasource/FeedAnswer';
import { rowsOf } from '../../engine/datasource/testing/rowsOf';
import { stateOf } from '../../engine/datasource/testing/stateOf';

export const RANGE = { from: NOW - 6 * HOUR, to: NOW };

/** Hours up to NOW, the last value an hour before it. */
export const hours = (...values: number[]): Series => ({
  start: NOW - values.length * HOUR,
  step: HOUR,
  values: Float64Array.from(values),
});

/** A whole answer about some services, each with the same curves. */
export function answerOf(
  services: readonly ServiceFacts[],
  curves: Partial<Curves> = {},
  change: Partial<FeedAnswer> = {},
  state = stateOf(services)
): FeedAnswer {
  const rows = rowsOf(state);
  return {
    state,
    rows,
    curves: new Map(rows.map(({ facts }) => [facts.service.key, { ...NO_CURVES, ...curves }])),
    loadTests: [],
    notices: [],
    share: 1,
    done: true,
    ...change,
  };
}
