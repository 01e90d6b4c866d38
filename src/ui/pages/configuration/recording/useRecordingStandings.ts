import { useCallback, useEffect, useState } from 'react';
import type { RecordingDocument } from '../../../../domain/alertrules/RecordingDocument';
import type { Result } from '../../../../domain/base/Result';
import type { RecordingStandings } from '../../../../engine/alerting/RecordingUseCase';
import type { AlertRuleProblem } from '../../../../ports/AlertRules';
import { useHeadroom } from '../../../HeadroomContext';

export type StandingsRead = Result<RecordingStandings, AlertRuleProblem> | null;

/** How the rules stand in Grafana, null while that is read for the first time and where Grafana records nothing; and how to look again. */
export function useRecordingStandings(source: string, rules: readonly RecordingDocument[], target: string): readonly [StandingsRead, () => void] {
  const { recording } = useHeadroom();
  const [standings, setStandings] = useState<StandingsRead>(null);
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (!recording.support.enabled) {
      return undefined;
    }
    let gone = false;
    void recording.standings(source, rules, target).then((found) => gone || setStandings(found));
    return () => {
      gone = true;
    };
  }, [recording, source, rules, target, round]);
  return [standings, useCallback(() => setRound((n) => n + 1), [])];
}
