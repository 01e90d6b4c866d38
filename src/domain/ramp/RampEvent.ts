import type { JudgeVerdict } from '../canary/Judge';
import type { ProblemCode } from '../routing/answerSchema';
import type { Observation, PoolView } from './Observation';
import type { PreflightReport } from './preflight';
import type { RehearsalResult } from './rehearsal';

/** Which call an answer belongs to. */
export type CallKind = 'acquire' | 'change' | 'renew' | 'stop';

/** What became of a call, reduced to what the machine needs. */
export type CallAnswer =
  | { readonly kind: 'done'; readonly pool: PoolView | null; readonly leaseToken: string | null }
  | { readonly kind: 'pending'; readonly pool: PoolView | null; readonly leaseToken: string | null }
  | { readonly kind: 'refused'; readonly code: ProblemCode; readonly detail: string; readonly retryAfterMs: number | null }
  | { readonly kind: 'unknown'; readonly message: string }
  | { readonly kind: 'blocked'; readonly status: number; readonly message: string };

export type RampEvent =
  | { readonly kind: 'start'; readonly by: string; readonly only: 'rehearsal' | 'run' }
  /** `rehearsal` = the last one that still stands; null = one is needed. */
  | { readonly kind: 'checked'; readonly report: PreflightReport; readonly rehearsal: RehearsalResult | null }
  | { readonly kind: 'observed'; readonly observation: Observation }
  | { readonly kind: 'answered'; readonly call: CallKind; readonly key: string; readonly answer: CallAnswer }
  | { readonly kind: 'judged'; readonly level: number; readonly verdict: JudgeVerdict }
  | { readonly kind: 'woke-late'; readonly byMs: number }
  | { readonly kind: 'hold'; readonly by: string }
  | { readonly kind: 'resume'; readonly by: string }
  | { readonly kind: 'stop'; readonly by: string };
