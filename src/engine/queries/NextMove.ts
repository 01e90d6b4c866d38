import type { QueryFailure, QueryFailureKind } from '../../ports/Metrics';

/**
 * What a failed chunk means for the rest of a history.
 * - `smaller`: the same span in smaller chunks may succeed
 * - `later`: the source is away; try again after a pause
 * - `skip`: this span fails, others may not
 * - `stop`: every further chunk would fail alike
 */
export type NextMove = 'smaller' | 'later' | 'skip' | 'stop';

const MOVES: Readonly<Record<QueryFailureKind, NextMove>> = {
  'too-many-samples': 'smaller',
  'too-many-points': 'smaller',
  timeout: 'smaller',
  unavailable: 'later',
  execution: 'skip',
  'bad-answer': 'skip',
  parse: 'stop',
  forbidden: 'stop',
  'not-found': 'stop',
  budget: 'stop',
};

export const nextMove = (failure: QueryFailure): NextMove => MOVES[failure.kind];
