import type { ServiceRef } from '../catalogue/ServiceRef';
import { FLEET_KPIS } from './FleetKpis';
import type { Kpi, NoQuestion, Question } from './Question';
import { fleetQuestionOfService, isNoQuestion, questionFor } from './questionFor';
import type { QuestionContext } from './QuestionContext';

/**
 * The text that answers for `service` alone what a question asked of all services answers in one of its rows. Found by
 * the text that was asked, so that what is shown is that very question and no other.
 * @param expr text of a fleet question of this context, from raw or from recorded series
 * @returns null when no fleet question of this context has that text
 */
export function narrowedExpr(expr: string, context: QuestionContext, service: ServiceRef): string | null {
  const asked = askedBy(context).get(expr);
  return asked ? textOf(fleetQuestionOfService(asked.kpi, { ...asked.context, service })) : null;
}

interface Asked {
  readonly kpi: Kpi;
  readonly context: QuestionContext;
}

/** Evidence of a row names dozens of queries: what a context asks is written once. */
const written = new WeakMap<QuestionContext, ReadonlyMap<string, Asked>>();

function askedBy(context: QuestionContext): ReadonlyMap<string, Asked> {
  const known = written.get(context) ?? new Map([...textsOf({ ...context, recorded: new Set() }), ...textsOf(context)]);
  written.set(context, known);
  return known;
}

/** Evidence read before recorded series took over still names the raw ones: both are asked after. */
const textsOf = (context: QuestionContext): ReadonlyArray<readonly [string, Asked]> =>
  FLEET_KPIS.flatMap((kpi) => {
    const text = textOf(questionFor(kpi, context));
    return text === null ? [] : [[text, { kpi, context }] as const];
  });

const textOf = (outcome: Question | NoQuestion): string | null => (isNoQuestion(outcome) ? null : outcome.expr);
