import { useState } from 'react';
import { Alert, Button, Field, Modal, TextArea } from '@grafana/ui';
import type { LedgerEntryView } from '../../../engine/service/ServiceView';
import { formatDemand } from '../../format/formatDemand';
import { formatUtcDay } from '../../format/formatPeakTime';
import { useHeadroom } from '../../HeadroomContext';
import { useStoreAction } from './useStoreAction';

interface Props {
  readonly entry: LedgerEntryView;
  readonly serviceKey: string;
  readonly onDismiss: () => void;
  readonly onVoided: () => void;
}

const LONGEST = 500;

/** Asks why a peak does not count. A refusal keeps what was typed. */
export function VoidPeakModal({ entry, serviceKey, onDismiss, onVoided }: Props) {
  const { benchmarks } = useHeadroom();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { busy, problem, run } = useStoreAction(onVoided);
  const missing = reason.trim() === '';
  const submit = () => {
    setTried(true);
    if (!missing) {
      void run(() => benchmarks.voidAth(serviceKey, entry.at, reason.trim()));
    }
  };
  return (
    <Modal title="Void this peak" isOpen onDismiss={onDismiss}>
      <p>
        The peak of {formatDemand(entry.value)} on {formatUtcDay(entry.at)} will no longer count for anybody in this
        organization. It stays in the ledger with your name and your reason.
      </p>
      {problem !== null && (
        <Alert severity="error" title="The peak was not voided">
          {problem}
        </Alert>
      )}
      <Field
        label="Reason"
        required
        invalid={tried && missing}
        error="Say why this peak does not count: others will read it."
      >
        <TextArea
          id="void-reason"
          value={reason}
          maxLength={LONGEST}
          rows={3}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
      <Modal.ButtonRow>
        <Button variant="secondary" fill="outline" onClick={onDismiss}>
          Cancel
        </Button>
        <Button variant="destructive" onClick={submit} disabled={busy}>
          {busy ? 'Voiding…' : 'Void this peak'}
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}
