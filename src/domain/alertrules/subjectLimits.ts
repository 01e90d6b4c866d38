import type { Figure } from '../base/Figure';
import { tightestRate } from '../capacity/instanceRates';
import type { LimitOutcome } from './Recipe';
import { roundLimit } from './roundLimit';
import type { RuleSubject } from './RuleSource';

/** A rule that needs no number of its own says only whom it is about. */
export const member: LimitOutcome = { limit: 1 };

/** A figure as a limit; an unknown one leaves the service out, with its reason. */
export function figureLimit(figure: Figure, round = roundLimit): LimitOutcome {
  if (!figure.known) {
    return { leftOut: figure.reason };
  }
  return figure.value > 0 ? { limit: round(figure.value) } : { leftOut: `its limit would be ${figure.value}` };
}

/** Requests/s one instance carries by its tightest limit, the busiest one in mind; nothing kept free. */
export function safeRate({ judgement }: RuleSubject, keptFree = 0): LimitOutcome {
  const { inputs, capacity } = judgement;
  if (inputs === null) {
    return { leftOut: capacity.known ? 'what one instance carries is not known' : capacity.reason };
  }
  return { limit: roundLimit((tightestRate(inputs.limits) / inputs.skew) * (1 - keptFree)) };
}
