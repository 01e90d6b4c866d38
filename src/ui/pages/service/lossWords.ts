import type { Judgement } from '../../../domain/capacity/Judgement';

/** What the policy expects to lose: "a zone" or "an instance". */
export function lossWords(judgement: Judgement): string {
  if (judgement.inputs === null) {
    return 'what must be survived';
  }
  return judgement.inputs.survival.kind === 'zone' ? 'a zone' : 'an instance';
}
