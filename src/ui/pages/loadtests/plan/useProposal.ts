import { useRef, useState } from 'react';
import type { RampPlan } from '../../../../domain/ramp/Plan';
import { useLoadTests } from '../../../loadtest/useLoadTests';

export interface Proposal {
  readonly busy: boolean;
  /** Why none could be proposed for the instance that is chosen. */
  readonly problem: string | null;
  readonly propose: (service: string, pool: string, target: string) => Promise<void>;
  /** Takes a plan that is there already, or none: what was asked for before is not wanted any more. */
  readonly take: (plan: RampPlan | null) => void;
}

const QUIET = { busy: false, problem: null } as const;

/** The plan for what was chosen last. An answer to an earlier choice comes too late and says nothing. @param onProposed null = no plan stands for what is chosen now */
export function useProposal(onProposed: (plan: RampPlan | null) => void): Proposal {
  const loadTests = useLoadTests();
  const choice = useRef(0);
  const [state, setState] = useState<Pick<Proposal, 'busy' | 'problem'>>(QUIET);

  const take: Proposal['take'] = (plan) => {
    choice.current++;
    setState(QUIET);
    onProposed(plan);
  };

  const propose: Proposal['propose'] = async (service, pool, target) => {
    take(null);
    const asked = choice.current;
    setState({ busy: true, problem: null });
    const answer = await loadTests.proposePlan(service, pool, target).catch((cause: unknown) => ({ ok: false as const, error: { message: cause instanceof Error ? cause.message : String(cause) } }));
    if (asked !== choice.current) {
      return;
    }
    setState({ busy: false, problem: answer.ok ? null : answer.error.message });
    if (answer.ok) {
      onProposed(answer.value);
    }
  };

  return { ...state, propose, take };
}
