import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { NavModelItem } from '@grafana/data';

const Value = createContext<NavModelItem | undefined>(undefined);
const Setter = createContext<(item: NavModelItem | undefined) => void>(() => {});

/** Carries what a page says about itself up to the top bar. Two contexts, so that saying it does not draw the page again. */
export function PageNavProvider({ children }: { children: ReactNode }) {
  const [item, setItem] = useState<NavModelItem>();
  return (
    <Setter.Provider value={setItem}>
      <Value.Provider value={item}>{children}</Value.Provider>
    </Setter.Provider>
  );
}

export const useShownPageNav = () => useContext(Value);

export function useTellPageNav(item: NavModelItem | undefined): void {
  const tell = useContext(Setter);
  useEffect(() => tell(item), [tell, item]);
  useEffect(() => () => tell(undefined), [tell]);
}
