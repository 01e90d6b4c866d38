import type { Question } from '../../domain/promql/Question';

/**
 * Name of a question's page. The question's id changes with its raw expression, so other numbers are never inherited;
 * a recorded series that takes over goes on with the same page.
 */
export const ledgerId = (source: string, question: Question): string =>
  JSON.stringify([source, question.id, question.step]);
