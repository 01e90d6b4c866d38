import type { Check } from './SetupView';

/** What a check came to. */
export type Finding = Pick<Check, 'verdict' | 'detail' | 'next'>;

export const passed = (detail: string): Finding => ({ verdict: 'pass', detail, next: null });
export const warned = (detail: string, next: string): Finding => ({ verdict: 'warn', detail, next });
export const failed = (detail: string, next: string | null): Finding => ({ verdict: 'fail', detail, next });
export const undecided = (detail: string, next: string | null): Finding => ({ verdict: 'unknown', detail, next });
