import { useEffect, useState } from 'react';

export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; reason: string };

/** Follows one load; `load` must keep its identity as long as the same thing is wanted. */
export function useLoaded<T>(load: () => Promise<T>): Loaded<T> {
  const [settled, setSettled] = useState<{ load: () => Promise<T>; result: Loaded<T> }>();
  useEffect(() => {
    let current = true;
    const settle = (result: Loaded<T>) => current && setSettled({ load, result });
    load().then(
      (value) => settle({ state: 'ready', value }),
      (error: unknown) =>
        settle({ state: 'failed', reason: error instanceof Error ? error.message : JSON.stringify(error) })
    );
    return () => {
      current = false;
    };
  }, [load]);
  // What an earlier load brought does not count for this one.
  return settled?.load === load ? settled.result : { state: 'loading' };
}
