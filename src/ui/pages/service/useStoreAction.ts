import { useState } from 'react';
import type { Result } from '../../../domain/base/Result';
import type { StoreProblem } from '../../../ports/BenchmarkStore';

export interface StoreAction {
  readonly busy: boolean;
  /** Why the last try was refused, in words. */
  readonly problem: string | null;
  readonly run: (action: () => Promise<Result<unknown, StoreProblem>>) => Promise<void>;
}

const WORDS: Readonly<Record<StoreProblem['kind'], string>> = {
  forbidden: 'You are not allowed to do this here.',
  unreachable: 'Grafana could not be reached. Nothing was changed; try again.',
  invalid: 'Grafana refused what was sent.',
};

/** One change to what the organization shares: runs, says why it was refused, reports success. */
export function useStoreAction(onDone: () => void): StoreAction {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const run: StoreAction['run'] = async (action) => {
    setBusy(true);
    setProblem(null);
    const refusal = await refusalOf(action);
    setBusy(false);
    if (refusal === null) {
      onDone();
    } else {
      setProblem(refusal);
    }
  };
  return { busy, problem, run };
}

async function refusalOf(action: () => Promise<Result<unknown, StoreProblem>>): Promise<string | null> {
  try {
    const outcome = await action();
    return outcome.ok ? null : `${WORDS[outcome.error.kind]} ${outcome.error.message}`.trim();
  } catch (cause) {
    return `${WORDS.unreachable} ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
