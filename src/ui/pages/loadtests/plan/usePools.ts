import { useEffect, useState } from 'react';
import { useLoadTests } from '../../../loadtest/useLoadTests';

export interface Pool {
  readonly id: string;
  readonly members: readonly string[];
  readonly overridden: boolean;
}

export interface Pools {
  /** Null while the endpoint is asked. */
  readonly pools: readonly Pool[] | null;
  readonly problem: string | null;
}

/** An endpoint that is being restarted is back in a moment. */
const AGAIN_MS = 5_000;

/** Pools of a service at the routing endpoint, asked again while it cannot be reached; nothing is asked without a service. */
export function usePools(service: string | null): Pools {
  const loadTests = useLoadTests();
  const [state, setState] = useState<Pools & { readonly of: string | null }>({ pools: null, problem: null, of: null });
  useEffect(() => {
    if (service === null) {
      return;
    }
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = () =>
      void loadTests
        .pools(service)
        .catch((cause: unknown) => ({ ok: false as const, error: { kind: 'unreachable', message: cause instanceof Error ? cause.message : String(cause) } }))
        .then((answer) => {
          if (wanted) {
            setState(answer.ok ? { pools: answer.value, problem: null, of: service } : { pools: [], problem: answer.error.message, of: service });
            again = !answer.ok && answer.error.kind === 'unreachable' ? setTimeout(ask, AGAIN_MS) : undefined;
          }
        });
    ask();
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [loadTests, service]);
  return state.of === service ? state : { pools: null, problem: null };
}
