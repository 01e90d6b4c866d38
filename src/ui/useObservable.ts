import { useEffect, useState } from 'react';
import type { Observable } from 'rxjs';

/** Latest value of an observable, or `initial` before the first; resubscribes when `make`'s identity changes. */
export function useObservable<T>(make: () => Observable<T>, initial: T): T {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const subscription = make().subscribe(setValue);
    return () => subscription.unsubscribe();
  }, [make]);
  return value;
}
