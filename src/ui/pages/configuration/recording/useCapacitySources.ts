import { useCallback, useMemo } from 'react';
import type { RuleSource } from '../../../../domain/alertrules/RuleSource';
import type { AlertFacts } from '../../../../engine/alerting/AlertUseCase';
import { useHeadroom } from '../../../HeadroomContext';
import { useObservable } from '../../../useObservable';

const NOTHING_YET: AlertFacts = { state: 'loading', sources: [], progress: null, notices: [] };

export interface CapacitySources {
  readonly state: AlertFacts['state'];
  /** Services of one data source with their limits; empty when there are none. */
  readonly sources: readonly RuleSource[];
  /** True while history is read: limits may still move. */
  readonly moving: boolean;
}

/** What capacity, required instances and headroom of a data source can be recorded of. */
export function useCapacitySources(sourceUid: string): CapacitySources {
  const { alerts } = useHeadroom();
  const facts = useObservable(
    useCallback(() => alerts.facts(), [alerts]),
    NOTHING_YET
  );
  const sources = useMemo(() => {
    const ours = facts.sources.filter((source) => source.sourceUid === sourceUid);
    return ours.some(({ subjects }) => subjects.length > 0) ? ours : [];
  }, [facts.sources, sourceUid]);
  return { state: facts.state, sources, moving: facts.state === 'loading' || facts.progress !== null };
}
