import type { GuardResult } from './GuardResult';
import type { GuardSamples } from './GuardSamples';
import type { GuardSpec } from './GuardSpec';
import { evaluateMeasured } from './evaluateMeasured';
import { evaluateRestart } from './evaluateRestart';

/**
 * One guard against what was sampled. Pure: the same samples give the same answer.
 * @param now keeper's clock, epoch milliseconds
 */
export function evaluateGuard(spec: GuardSpec, samples: GuardSamples, now: number): GuardResult {
  switch (spec.kind) {
    case 'errors':
    case 'rejects':
    case 'cpu':
    case 'latency':
    case 'latency-curve':
    case 'saturation':
    case 'hang':
      return evaluateMeasured(spec, samples, now);
    case 'restarted':
      return evaluateRestart(spec, samples, now);
  }
}
