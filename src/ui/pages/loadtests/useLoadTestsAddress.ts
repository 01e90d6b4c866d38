import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { readLoadTestsAddress, type LoadTestsAddress } from './readLoadTestsAddress';

export type { LoadTestsAddress } from './readLoadTestsAddress';

/** What the address asks for. */
export function useLoadTestsAddress(): LoadTestsAddress {
  const { search } = useLocation();
  return useMemo(() => readLoadTestsAddress(search), [search]);
}
