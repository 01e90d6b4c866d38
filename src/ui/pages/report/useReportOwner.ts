import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** Whose report the page shows: an owner, null = what nobody owns, undefined = everybody's. Kept in the address. */
export function useReportOwner(): readonly [string | null | undefined, (owner: string | null | undefined) => void] {
  const [params, setParams] = useSearchParams();
  const asked = params.get('owner');
  const change = useCallback(
    (owner: string | null | undefined) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (owner === undefined) {
          after.delete('owner');
        } else {
          after.set('owner', owner ?? '');
        }
        return after;
      }),
    [setParams]
  );
  return [asked === null ? undefined : asked || null, change];
}
