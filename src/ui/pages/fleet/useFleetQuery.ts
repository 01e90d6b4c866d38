import { useCallback, useEffect, useRef, useState } from 'react';
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
  const seen = useRef(params.toString());
  // Our own writes come back later: somebody may have typed on by then, and must not be taken back.
  const ours = useRef(new Set<string>());

  useEffect(() => {
    const address = params.toString();
    if (address !== seen.current && !ours.current.delete(address)) {
      setQuery(parseFleetQuery(params));
    }
    seen.current = address;
  }, [params]);

  useEffect(() => {
    const wanted = serialiseFleetQuery(query, params).toString();
    if (wanted === serialiseFleetQuery(parseFleetQuery(params), params).toString()) {
      return;
    }
    const timer = setTimeout(() => {
      ours.current.add(wanted);
      setParams(new URLSearchParams(wanted), { replace: true });
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [query, params, setParams]);

  // Anything but turning the page starts at the first page again.
  const change = useCallback((part: Partial<FleetQuery>) => setQuery((now) => ({ ...now, page: 1, ...part })), []);
  return [query, change];
}
