import { useState } from 'react';
import { Alert, Button, Input, Stack } from '@grafana/ui';
import type { Result } from '../../../../domain/base/Result';
import type { RoutingCapabilities } from '../../../../domain/routing/capabilitiesSchema';
import type { RoutingTrouble } from '../../../../engine/routing/RoutingUseCase';
import { formatMinute } from '../../../format/formatMinute';
import { useHeadroom } from '../../../HeadroomContext';

interface Props {
  readonly frozen: RoutingCapabilities['frozen'];
  readonly editable: boolean;
  readonly onChanged: (answer: Result<RoutingCapabilities, RoutingTrouble>) => void;
}

/** The global stop: while it is on, no run starts, rises or renews, and every override is given back. */
export function FreezeControl({ frozen, editable, onChanged }: Props) {
  const { routing } = useHeadroom();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const ask = async (action: () => ReturnType<typeof routing.unfreeze>) => {
    setBusy(true);
    onChanged(await action());
    setBusy(false);
  };
  if (frozen) {
    return (
      <Alert severity="warning" title={`Frozen by ${frozen.by} since ${formatMinute(frozen.since)}: ${frozen.reason}`} bottomSpacing={0}>
        No load test starts, rises or renews.{' '}
        {editable && (
          <Button size="sm" variant="secondary" disabled={busy} onClick={() => void ask(() => routing.unfreeze())}>
            Lift the freeze
          </Button>
        )}
      </Alert>
    );
  }
  return editable ? (
    <Stack direction="row" gap={1} alignItems="center" wrap="wrap">
      <Input width={40} aria-label="Reason of the freeze" placeholder="Reason, for example: incident 1234" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button variant="destructive" fill="outline" disabled={busy || reason.trim() === ''} onClick={() => void ask(() => routing.freeze(reason.trim()))}>
        Freeze all load tests
      </Button>
    </Stack>
  ) : (
    <p>An Admin can freeze all load tests here.</p>
  );
}
