import type { Judgement } from '../../../domain/capacity/Judgement';

export interface LossWords {
  readonly label: string;
  readonly detail: string;
}

const DETAIL = 'over the plain peak, with the degraded reserve';

/** What the growth after a loss is called: after losing what the policy expects to lose, if it expects anything. */
export function lossWords({ inputs }: Pick<Judgement, 'inputs'>): LossWords {
  if (inputs === null) {
    return { label: 'Growth after losing what must be survived', detail: DETAIL };
  }
  switch (inputs.survival.kind) {
    case 'zone':
      return { label: 'Growth after losing a zone', detail: DETAIL };
    case 'n+1':
      return { label: 'Growth after losing an instance', detail: DETAIL };
    case 'none':
      return { label: 'Growth after a loss', detail: 'the policy asks nothing to be survived' };
  }
}
