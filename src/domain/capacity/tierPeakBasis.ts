import type { PeakFact, ServiceFacts } from './ServiceFacts';

/** The peak a tier is judged by. */
export interface PeakBasis {
  readonly name: 'ATH' | 'third-highest daily peak of 30 days';
  readonly peak: PeakFact;
}

export function tierPeakBasis(facts: Pick<ServiceFacts, 'policy' | 'ath' | 'thirdPeak'>): PeakBasis {
  switch (facts.policy.peakBasis) {
    case 'ath':
      return { name: 'ATH', peak: facts.ath };
    case 'third-highest-daily-peak-30d':
      return { name: 'third-highest daily peak of 30 days', peak: facts.thirdPeak };
  }
}
