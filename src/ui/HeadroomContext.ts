import { createContext, useContext } from 'react';
import type { Headroom } from '../engine/Headroom';

export const HeadroomContext = createContext<Headroom | null>(null);

/** The engine of this page. @throws when used outside the app's root, which is a bug */
export function useHeadroom(): Headroom {
  const headroom = useContext(HeadroomContext);
  if (headroom === null) {
    throw new Error('useHeadroom needs the HeadroomContext that wiring provides');
  }
  return headroom;
}
