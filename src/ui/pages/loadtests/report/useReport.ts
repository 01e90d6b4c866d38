import { useEffect, useState } from 'react';
import type { RunReport } from '../../../../domain/ramp/RunReport';
import { useLoadTests } from '../../../loadtest/useLoadTests';

export interface ReportRead {
  /** Null while it is being read, or when there is none. */
  readonly report: RunReport | null;
  readonly problem: string | null;
}

/** The report of a finished run. */
export function useReport(runId: string): ReportRead {
  const loadTests = useLoadTests();
  const [state, setState] = useState<ReportRead & { readonly of: string }>({ report: null, problem: null, of: '' });
  useEffect(() => {
    let wanted = true;
    void loadTests
      .report(runId)
      .catch((cause: unknown) => ({ ok: false as const, error: { message: cause instanceof Error ? cause.message : String(cause) } }))
      .then((answer) => {
        if (wanted) {
          setState(answer.ok ? { report: answer.value, problem: null, of: runId } : { report: null, problem: answer.error.message, of: runId });
        }
      });
    return () => {
      wanted = false;
    };
  }, [loadTests, runId]);
  return state.of === runId ? state : { report: null, problem: null };
}
