import { useMemo, useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { capacityDocuments } from '../../../../domain/alertrules/capacityDocuments';
import type { RecordingDocument } from '../../../../domain/alertrules/RecordingDocument';
import type { RecordingOutcome } from '../../../../engine/alerting/RecordingUseCase';
import { ChoiceField } from '../../../fields/ChoiceField';
import { useHeadroom } from '../../../HeadroomContext';
import { SaveOutcomes } from '../../alerts/SaveOutcomes';
import { RecordingActions } from './RecordingActions';
import { RecordingReadinessView } from './RecordingReadinessView';
import { RecordingStandingsView } from './RecordingStandingsView';
import type { CapacitySources } from './useCapacitySources';
import { useReadiness } from './useReadiness';
import { useRecordingStandings } from './useRecordingStandings';

interface Props {
  readonly sourceUid: string;
  /** What pages ask of this source. */
  readonly rules: readonly RecordingDocument[];
  readonly capacity: CapacitySources;
  /** Something was saved or removed: series may soon be there, or gone. */
  readonly onChanged: () => void;
}

/** The same rules, evaluated by Grafana and written by remote write: nothing to load anywhere. */
export function GrafanaRecording({ sourceUid, rules, capacity, onChanged }: Props) {
  const styles = useStyles2(getStyles);
  const { recording } = useHeadroom();
  const { enabled, targets } = recording.support;
  const [chosen, setChosen] = useState<string | null>(null);
  const [outcomes, setOutcomes] = useState<readonly RecordingOutcome[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const target = (targets.find(({ uid }) => uid === (chosen ?? sourceUid)) ?? targets[0])?.uid ?? sourceUid;
  const wanted = useMemo(() => [...rules, ...capacity.sources.flatMap(capacityDocuments)], [rules, capacity.sources]);
  const readiness = useReadiness(sourceUid, target);
  const [standings, look] = useRecordingStandings(sourceUid, wanted, target);
  const changed = () => {
    look();
    onChanged();
  };
  return (
    <section aria-labelledby="recorded-by-grafana" className={styles.box}>
      <h3 id="recorded-by-grafana" className={styles.title}>
        Or let Grafana record them
      </h3>
      <p className={styles.text}>
        Grafana evaluates the same rules itself and writes the series to the data source by remote write. They stand beside alert rules, in the folder
        Headroom, and can be edited there. They cannot be filled backwards by Grafana: the command above does it for a Prometheus, once.
      </p>
      {targets.length > 1 && (
        <div className={styles.choice}>
          <ChoiceField label="Write to" value={target} options={targets.map(({ uid, name }) => ({ value: uid, label: name }))} onChange={setChosen} />
        </div>
      )}
      <RecordingReadinessView readiness={readiness} />
      <RecordingActions
        rules={wanted}
        target={target}
        moving={capacity.moving}
        mayTry={readiness?.kind === 'ready'}
        standings={standings?.ok ? standings.value : null}
        onSaved={(result) => {
          setOutcomes(result);
          setProblem(null);
          changed();
        }}
        onRemoved={(failure) => {
          setOutcomes([]);
          setProblem(failure);
          changed();
        }}
      />
      <SaveOutcomes outcomes={outcomes} />
      {problem !== null && (
        <Alert severity="error" title="Not all rules were removed" bottomSpacing={0}>
          {problem}
        </Alert>
      )}
      {enabled && <RecordingStandingsView standings={standings} onLook={changed} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
  title: css({ margin: theme.spacing(1, 0, 0), fontSize: theme.typography.h4.fontSize }),
  text: css({ margin: 0, maxWidth: '130ch' }),
  choice: css({ maxWidth: 360 }),
});
