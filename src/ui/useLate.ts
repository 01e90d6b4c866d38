import { useEffect, useState } from 'react';

/** True once a component has stood for `after` milliseconds: what should be there by then is late. */
export function useLate(after: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return late;
}
