import type { QueryFailure, QueryFailureKind } from '../../ports/Metrics';
import { failed, type Finding } from './Finding';

/** What helps here and nowhere else; the message itself already says what happened and the usual way out. */
const NEXT: Readonly<Partial<Record<QueryFailureKind, string>>> = {
  'too-many-samples': 'Narrow the source with a scope, or load the recording rules: they make every question small.',
  'too-many-points': 'Lower the days under History & budget.',
  timeout: 'If it stays slow: narrow the source with a scope, or load the recording rules.',
  budget: 'Raise the budget under History & budget, or come back tomorrow.',
};

/** A question without an answer, in words. */
export const failureFinding = ({ kind, message }: QueryFailure): Finding => failed(message, NEXT[kind] ?? null);
