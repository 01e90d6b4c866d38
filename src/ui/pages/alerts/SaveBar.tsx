import { useState } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { RuleDocument } from '../../../domain/alertrules/RuleDocument';
import type { SaveOutcome } from '../../../engine/alerting/AlertUseCase';
import { useHeadroom } from '../../HeadroomContext';
import { RuleFiles } from './RuleFiles';
import { SaveOutcomes } from './SaveOutcomes';

interface Props {
  readonly rules: readonly RuleDocument[];
  /** False while what was changed last is worked in. */
  readonly current: boolean;
  /** True while history is read: limits may still move. */
  readonly moving: boolean;
  readonly onSaved: () => void;
}

/** What to do with the rules that are ticked. */
export function SaveBar({ rules, current, moving, onSaved }: Props) {
  const styles = useStyles2(getStyles);
  const { alerts } = useHeadroom();
  const [busy, setBusy] = useState(false);
  const [files, setFiles] = useState(false);
  const [outcomes, setOutcomes] = useState<readonly SaveOutcome[]>([]);
  const none = rules.length === 0;
  const save = async () => {
    setBusy(true);
    setOutcomes([]);
    setOutcomes(await alerts.save(rules));
    setBusy(false);
    onSaved();
  };
  return (
    <section aria-label="Save or take away" className={styles.box}>
      {!alerts.permission.maySave && (
        <Alert severity="info" title="Your role may not save alert rules" bottomSpacing={0}>
          You see what would be created, and can copy it: as a file for Grafana, or for Prometheus. An Editor can save it here.
        </Alert>
      )}
      {moving && !none && (
        <Alert severity="info" title="History is still being read" bottomSpacing={0}>
          Limits may still move: rules that are saved now may soon be shown as drifted.
        </Alert>
      )}
      <div className={styles.bar}>
        <Button icon="bell" disabled={none || busy || !current || !alerts.permission.maySave} onClick={save}>
          {busy ? 'Saving …' : `Save as Grafana rules (${rules.length})`}
        </Button>
        <Button variant="secondary" icon="file-alt" disabled={none} aria-expanded={files} onClick={() => setFiles(!files)}>
          {files ? 'Hide files' : 'Copy or download'}
        </Button>
        <span>{none ? 'Tick intents below.' : 'Contact points and routing stay in Grafana: route by the labels tier, service, owner and severity.'}</span>
      </div>
      <SaveOutcomes outcomes={outcomes} />
      {files && !none && <RuleFiles rules={rules} />}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1.5), minWidth: 0 }),
  bar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
