import { useCallback, useEffect, useState } from 'react';
import type { RunSummary } from '../../engine/loadtest/RunSummary';
import { useLoadTests } from './useLoadTests';

const DAYS = 90;

export interface History {
  /** Null while it is being read. */
  readonly runs: readonly RunSummary[] | null;
  readonly problem: string | null;
  readonly again: () => void;
}

/** Runs of the last three months, newest first; `service` null = of all. */
export function useHistory(service: string | null): History {
  const loadTests = useLoadTests();
  const [state, setState] = useState<Omit<History, 'again'>>({ runs: null, problem: null });
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    let wanted = true;
    void loadTests
      .history(service, DAYS)
      .catch((cause: unknown) => ({ ok: false as const, error: { message: cause instanceof Error ? cause.message : String(cause) } }))
      .then((answer) => {
        if (wanted) {
          setState(answer.ok ? { runs: answer.value, problem: null } : { runs: [], problem: answer.error.message });
        }
      });
    return () => {
      wanted = false;
    };
  }, [loadTests, service, asked]);
  return { ...state, again: useCallback(() => setAsked((n) => n + 1), []) };
}
