import { useEffect, useState } from 'react';
import { MINUTE } from '../../domain/base/Duration';

/** The present, epoch milliseconds, renewed every `every` ms: for ages on a page that stays open. */
export function useNow(every: number = MINUTE): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
