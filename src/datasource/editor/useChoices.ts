import { useEffect, useState } from 'react';
import { NO_CHOICES, type Choices } from '../choicesOf';
import type { HeadroomDataSource } from '../HeadroomDataSource';

/** What can be chosen, once it is known; `loading` until then. */
export function useChoices(dataSource: Pick<HeadroomDataSource, 'choices'>): {
  readonly choices: Choices;
  readonly loading: boolean;
} {
  const [known, setKnown] = useState<Choices | null>(null);
  useEffect(() => {
    let gone = false;
    const keep = (choices: Choices) => {
      if (!gone) {
        setKnown(choices);
      }
    };
    dataSource.choices().then(keep, (error: unknown) => keep({ ...NO_CHOICES, problem: String(error) }));
    return () => {
      gone = true;
    };
  }, [dataSource]);
  return { choices: known ?? NO_CHOICES, loading: known === null };
}
