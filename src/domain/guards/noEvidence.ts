import type { GuardResult, GuardVerdict } from './GuardResult';
import type { GuardSpec } from './GuardSpec';

/** A result that rests on words rather than on samples. */
export const noEvidence = ({ confirmations }: GuardSpec, verdict: GuardVerdict, reason: string, subject: string | null = null): GuardResult => ({
  verdict,
  value: null,
  limit: null,
  distance: null,
  reason,
  evidence: { subject, slots: [], violating: verdict === 'pass' ? 0 : confirmations, needed: confirmations, ageMs: null },
});
