import { useMemo, useState } from 'react';
import { Alert, Button, ConfirmModal, Stack } from '@grafana/ui';
import { grafanaRecordingFile } from '../../../../domain/alertrules/grafanaRecordingFile';
import type { RecordingDocument } from '../../../../domain/alertrules/RecordingDocument';
import type { RecordingOutcome, RecordingStandings } from '../../../../engine/alerting/RecordingUseCase';
import type { StoredRule } from '../../../../ports/AlertRules';
import { CodeBlock } from '../../../fields/CodeBlock';
import { useHeadroom } from '../../../HeadroomContext';

interface Props {
  readonly rules: readonly RecordingDocument[];
  readonly target: string;
  /** True while limits may still move. */
  readonly moving: boolean;
  /** False while something is missing that Grafana needs. */
  readonly mayTry: boolean;
  readonly standings: RecordingStandings | null;
  readonly onSaved: (outcomes: readonly RecordingOutcome[]) => void;
  /** With what went wrong, null when nothing did. */
  readonly onRemoved: (problem: string | null) => void;
}

/** Save, copy, remove. */
export function RecordingActions({ rules, target, moving, mayTry, standings, onSaved, onRemoved }: Props) {
  const { recording, identity } = useHeadroom();
  const { maySave } = recording.permission;
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState(false);
  const [asked, setAsked] = useState(false);
  const file = useMemo(() => (shown ? grafanaRecordingFile(rules, target, identity.orgId) : ''), [shown, rules, target, identity.orgId]);
  const there = standings ? removable(standings) : [];
  const save = async () => {
    setBusy(true);
    const outcomes = await recording.save(rules, target);
    setBusy(false);
    onSaved(outcomes);
  };
  const remove = async () => {
    setAsked(false);
    const outcome = await recording.remove(there);
    onRemoved(outcome.ok ? null : outcome.error.message);
  };
  return (
    <>
      {!maySave && (
        <Alert severity="info" title="Your role may not save recording rules" bottomSpacing={0}>
          You see what would be created, and can copy it as a file for Grafana. An Editor can save it here.
        </Alert>
      )}
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
        <Button icon="record-audio" variant="secondary" disabled={busy || moving || !mayTry || !maySave || rules.length === 0} onClick={() => void save()}>
          {busy ? 'Saving …' : `Save as Grafana recording rules (${rules.length})`}
        </Button>
        <Button variant="secondary" fill="outline" icon="file-alt" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide file' : 'Copy or download'}
        </Button>
        {there.length > 0 && (
          <Button variant="destructive" fill="outline" icon="trash-alt" disabled={busy || !maySave} onClick={() => setAsked(true)}>
            {`Remove from Grafana (${there.length})`}
          </Button>
        )}
        {moving && <span role="status">History is still being read: capacity may still move.</span>}
      </Stack>
      {shown && <CodeBlock title="For Grafana: a file in provisioning/alerting (read-only there)" what="Grafana YAML" text={file} fileName="headroom-recording-grafana.yaml" />}
      {asked && (
        <ConfirmModal
          isOpen
          title="Remove these recording rules"
          body={`Grafana will no longer record ${there.length} series. What was recorded stays in the data source; pages read raw series again when it ends.`}
          confirmText="Remove"
          onConfirm={() => void remove()}
          onDismiss={() => setAsked(false)}
        />
      )}
    </>
  );
}

/** Rules of ours that are not provisioned. */
const removable = ({ rules, left }: RecordingStandings): readonly StoredRule[] =>
  [...rules.flatMap(({ stored, foreign }) => (stored && !foreign ? [stored] : [])), ...left].filter(({ provisioned }) => provisioned === null);
