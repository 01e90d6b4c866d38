import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { FleetQuery } from './FleetQuery';
import { parseFleetQuery } from './parseFleetQuery';
import { serialiseFleetQuery } from './serialiseFleetQuery';

/** Browsers refuse an address that changes with every key or slider step. */
const SETTLE_MS = 250;

export type ChangeFleetQuery = (change: Partial<FleetQuery>) => void;

/** The view, held here for speed and written to the address once it settles; follows the address when others move it. */
export function useFleetQuery(): readonly [FleetQuery, ChangeFleetQuery] {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(() => parseFleetQuery(params));
  const [settled, setSettled] = useState(params.toString());

  if (params.toString() !== settled) {
    setSettled(params.toString());
    const asked = parseFleetQuery(params);
    if (serialiseFleetQuery(asked, params).toString() !== serialiseFleetQuery(query, params).toString()) {
      setQuery(asked);
    }
  }

  useEffect(() => {
    const wanted = serialiseFleetQuery(query, params).toString();
    if (wanted === serialiseFleetQuery(parseFleetQuery(params), params).toString()) {
      return;
    }
    const timer = setTimeout(() => {
      setParams(new URLSearchParams(wanted), { replace: true });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [query, params, setParams]);

  // Anything but turning the page starts at the first page again.
  const change = useCallback((part: Partial<FleetQuery>) => setQuery((now) => ({ ...now, page: 1, ...part })), []);
  return [query, change];
}
