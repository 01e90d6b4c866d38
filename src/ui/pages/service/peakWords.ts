import type { ServiceFacts } from '../../../domain/capacity/ServiceFacts';

/** The peak the policy counts from, as people call it. */
export const peakWords = (facts: ServiceFacts): string =>
  facts.policy.peakBasis === 'ath' ? 'your ATH' : 'your third-highest daily peak of 30 days';
