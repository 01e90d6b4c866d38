import { useEffect, useState } from 'react';
import type { RampPlan } from '../../domain/ramp/Plan';
import { useLoadTests } from './useLoadTests';

export interface Plans {
  readonly plans: readonly RampPlan[];
  /** Why they could not be read. */
  readonly problem: string | null;
}

const NONE: Plans = { plans: [], problem: null };

/** Named plans of a service (null = of all), newest first. */
export function usePlans(service: string | null): Plans {
  const loadTests = useLoadTests();
  const [state, setState] = useState<Plans & { readonly of: string | null }>({ ...NONE, of: service });
  useEffect(() => {
    let wanted = true;
    void loadTests
      .plans(service)
      .then(
        (answer): Plans => (answer.ok ? { plans: answer.value, problem: null } : { plans: [], problem: answer.error.message }),
        (cause: unknown): Plans => ({ plans: [], problem: cause instanceof Error ? cause.message : String(cause) })
      )
      .then((next) => wanted && setState({ ...next, of: service }));
    return () => {
      wanted = false;
    };
  }, [loadTests, service]);
  // Those of another service are not offered for this one while it is read.
  return state.of === service ? state : NONE;
}
