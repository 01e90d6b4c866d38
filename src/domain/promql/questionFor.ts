import type { ServiceRef } from '../catalogue/ServiceRef';
import { isRefusal, refuse, type Draft, type KpiBuilder, type Refusal } from './Draft';
import { InvalidName } from './InvalidName';
import { KPI_BUILDERS } from './kpis/KPI_BUILDERS';
import { printExpr } from './printExpr';
import type { Kpi, NoQuestion, Question } from './Question';
import type { QuestionContext } from './QuestionContext';
import { textHash } from './textHash';

/** True when a KPI cannot be asked. */
export const isNoQuestion = (outcome: Question | NoQuestion): outcome is NoQuestion => isRefusal(outcome);

/**
 * The PromQL of a KPI for one profile, or why it cannot be asked and what would help. Never throws: names that are not
 * valid in PromQL become a NoQuestion that says which.
 *
 * `id` is made of the KPI, the profile, the *raw* expression and the labels rows are keyed by: a changed grouping, scope
 * or resource gives a new id, a recorded series that takes over does not, so that kept history goes on.
 */
export function questionFor(kpi: Kpi, context: QuestionContext): Question | NoQuestion {
  const needsService = kpi.startsWith('service-') || kpi.startsWith('api-');
  if (needsService && !context.service) {
    return { kpi, ...refuse('this question is about one service and none was named', 'Choose a service.') };
  }
  return written(kpi, needsService ? context : { ...context, service: undefined });
}

/** A question of the fleet asked of the one service of the context: the same builder, every selector narrowed to it. */
export const fleetQuestionOfService = (kpi: Kpi, context: QuestionContext & { readonly service: ServiceRef }): Question | NoQuestion =>
  written(kpi, context);

function written(kpi: Kpi, context: QuestionContext): Question | NoQuestion {
  try {
    return write(kpi, context);
  } catch (error) {
    if (error instanceof InvalidName) {
      return {
        kpi,
        ...refuse(error.message, `Correct the name in profile ${context.profile.id} or in the source's scope.`),
      };
    }
    throw error;
  }
}

function write(kpi: Kpi, context: QuestionContext): Question | NoQuestion {
  const builder: KpiBuilder = KPI_BUILDERS[kpi];
  const outcome: Draft | Refusal = builder(context);
  if (isRefusal(outcome)) {
    return { kpi, ...outcome };
  }
  const { profile } = context;
  const raw = printExpr(outcome.expr);
  const recorded = outcome.recorded && context.recorded.has(outcome.recorded.name) ? outcome.recorded : null;
  const join = recorded ? profile.group : (outcome.join ?? profile.group);
  return {
    id: `${kpi}/${profile.id}/${textHash(JSON.stringify([raw, join]))}`,
    kpi,
    profileId: profile.id,
    expr: recorded ? printExpr(recorded.expr) : raw,
    join,
    extra: outcome.extra ?? [],
    unit: outcome.unit,
    step: outcome.step,
    lookback: outcome.lookback,
    doc: outcome.doc,
    recorded: recorded ? recorded.name : null,
  };
}
