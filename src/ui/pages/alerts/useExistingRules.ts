import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../../domain/base/Result';
import type { AlertRuleProblem, StoredRule } from '../../../ports/AlertRules';
import { useHeadroom } from '../../HeadroomContext';

export type ExistingRules = Result<readonly StoredRule[], AlertRuleProblem> | null;

/** Rules that stand in Grafana, null while they are read for the first time; and how to read them again. */
export function useExistingRules(): readonly [ExistingRules, () => void] {
  const { alerts } = useHeadroom();
  const [existing, setExisting] = useState<ExistingRules>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let gone = false;
    void alerts.existing().then((found) => gone || setExisting(found));
    return () => {
      gone = true;
    };
  }, [alerts, round]);
  return [existing, useCallback(() => setRound((n) => n + 1), [])];
}
