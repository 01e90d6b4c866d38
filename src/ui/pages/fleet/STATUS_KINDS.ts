import type { StatusKind } from '../../../domain/capacity/Judgement';

/** Statuses in the order in which people should meet them. */
export const STATUS_KINDS: readonly StatusKind[] = ['short', 'stale', 'unbalanced', 'unknown', 'ok', 'idle'];
