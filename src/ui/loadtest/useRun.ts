import { useEffect, useState } from 'react';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { useLoadTests } from './useLoadTests';

export interface RunWatch {
  /** Null until something is known. */
  readonly view: LoadTestView | null;
  readonly state: 'looking' | 'watching' | 'unknown' | 'failed';
  /** Why watching ended, in words. */
  readonly failure: string | null;
}

const LOOKING: RunWatch = { view: null, state: 'looking', failure: null };

/** Watches a run; leaving the page ends the watch, never the run. */
export function useRun(runId: string): RunWatch {
  const loadTests = useLoadTests();
  const [seen, setSeen] = useState<RunWatch & { readonly of: string }>({ ...LOOKING, of: runId });
  useEffect(() => {
    const watch = loadTests.watch(runId).subscribe({
      next: (view) => setSeen({ view, state: view === null ? 'unknown' : 'watching', failure: null, of: runId }),
      // What was seen of another run is not shown, nor stopped, under this one's id.
      error: (cause: unknown) => setSeen((before) => ({ view: before.of === runId ? before.view : null, state: 'failed', failure: cause instanceof Error ? cause.message : String(cause), of: runId })),
    });
    return () => watch.unsubscribe();
  }, [loadTests, runId]);
  return seen.of === runId ? seen : LOOKING;
}
