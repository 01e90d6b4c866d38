import { isRefusal, type Refusal } from '../promql/Draft';
import { binary, type BinaryOp, type Expr } from '../promql/Expr';
import type { QuestionContext } from '../promql/QuestionContext';
import { demand, instances } from './liveSeries';
import type { Measure, Watched } from './Recipe';

/** `live OP limit`, row by row. */
export const against = (live: Expr, op: BinaryOp, watched: readonly Watched[]): Measure => ({
  value: (limits, matching) => binary(op, live, limits, matching),
  watched,
});

export const watchedDemand = (context: QuestionContext): Watched => ({ name: 'demand', live: demand(context), seen: ({ lastSeen }) => lastSeen !== null });

export function watchedInstances(context: QuestionContext): readonly Watched[] {
  const live = instances(context);
  return isRefusal(live) ? [] : [{ name: 'instances', live, seen: ({ instances: ready }) => ready.known }];
}

/** Quotient of two series of one service; where the lower one is not above zero there is no row. */
export const perUnit = (above: Expr, below: Expr, context: QuestionContext): Expr =>
  binary('/', above, binary('>', below, { kind: 'number', value: 0 }), { on: context.profile.group });

/** Something an instance has its share of. */
export function perInstance(total: Expr | Refusal, context: QuestionContext): Expr | Refusal {
  const count = instances(context);
  if (isRefusal(total)) {
    return total;
  }
  return isRefusal(count) ? count : perUnit(total, count, context);
}
