import { useState } from 'react';
import type { Result } from '../../domain/base/Result';
import type { LoadTestProblem } from '../../engine/loadtest/LoadTestUseCase';

export interface LoadTestAction {
  readonly busy: boolean;
  /** Why the last try was refused. */
  readonly problem: string | null;
  readonly run: <T>(action: () => Promise<Result<T, LoadTestProblem>>, onDone?: (value: T) => void) => Promise<void>;
}

/** One thing asked of load tests: runs, and says why it was refused. */
export function useLoadTestAction(): LoadTestAction {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run: LoadTestAction['run'] = async (action, onDone) => {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await action();
      if (answer.ok) {
        onDone?.(answer.value);
      } else {
        setProblem(answer.error.message);
      }
    } catch (cause) {
      setProblem(cause instanceof Error ? cause.message : String(cause));
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run };
}
