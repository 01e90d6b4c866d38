import { Alert, Badge, Button, LinkButton, Stack } from '@grafana/ui';
import type { RecordingStanding, RecordingStandings } from '../../../../engine/alerting/RecordingUseCase';
import { DataTable } from '../../../components/DataTable';
import { useHeadroom } from '../../../HeadroomContext';
import { driftWords } from '../../alerts/driftWords';
import { MessageList } from '../../alerts/MessageList';
import { healthWords } from './healthWords';
import type { StandingsRead } from './useRecordingStandings';

interface Props {
  readonly standings: StandingsRead;
  readonly onLook: () => void;
}

/** What stands in Grafana of the rules, and whether it is written. */
export function RecordingStandingsView({ standings, onLook }: Props) {
  if (standings === null) {
    return <p role="status">Looking which of them stand in Grafana …</p>;
  }
  if (!standings.ok) {
    return (
      <Alert severity="warning" title="Rules that stand in Grafana cannot be read" bottomSpacing={0}>
        {standings.error.message}
      </Alert>
    );
  }
  const { rules } = standings.value;
  const saved = rules.filter(({ stored, foreign }) => stored !== null && !foreign);
  return (
    <>
      <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
        <SavedBadge saved={saved} of={rules.length} />
        <Button size="sm" variant="secondary" fill="text" icon="sync" onClick={onLook}>
          Look again
        </Button>
      </Stack>
      <Drift standings={standings.value} />
      {rules.some(({ stored }) => stored !== null) && <SavedTable rules={rules} />}
    </>
  );
}

function SavedBadge({ saved, of }: { readonly saved: readonly RecordingStanding[]; readonly of: number }) {
  const failing = saved.filter(({ health }) => health?.kind === 'error').length;
  if (saved.length === 0) {
    return <Badge color="blue" text="None saved in Grafana" />;
  }
  return failing > 0 ? (
    <Badge color="red" icon="exclamation-circle" text={`${saved.length} of ${of} saved, ${failing} failing`} />
  ) : (
    <Badge color={saved.length === of ? 'green' : 'orange'} icon={saved.length === of ? 'check' : 'exclamation-triangle'} text={`${saved.length} of ${of} saved in Grafana`} />
  );
}

function Drift({ standings: { rules, left } }: { readonly standings: RecordingStandings }) {
  const lines = [
    ...new Set(rules.filter(mayBeUpdated).flatMap(driftLines)),
    ...left.map(({ title }) => `${title}: would no longer be written; it goes on recording until it is removed.`),
  ];
  return lines.length === 0 ? null : (
    <Alert severity="warning" title="Not what would be written now: save to update" bottomSpacing={0}>
      <MessageList lines={lines} />
    </Alert>
  );
}

/** What was provisioned, and what is somebody else's, is not changed by saving: the table says how it stands. */
const mayBeUpdated = ({ stored, foreign }: RecordingStanding): boolean => stored?.provisioned === null && !foreign;

function driftLines({ rule, drift }: RecordingStanding): readonly string[] {
  switch (drift.kind) {
    case 'none':
      return [];
    case 'outdated':
      // Of headroom the quotient is kept, which is never near zero.
      return driftWords({ rule, drift }).map((line) => `${rule.title}${rule.record === 'headroom:headroom:growth' ? ' (capacity over peak)' : ''}: ${line}`);
    case 'edited':
    case 'unreadable':
      return driftWords({ rule, drift });
  }
}

function SavedTable({ rules }: { readonly rules: readonly RecordingStanding[] }) {
  const { recording } = useHeadroom();
  return (
    <DataTable
      caption="Recording rules of Headroom in Grafana"
      rows={rules}
      rowKey={({ rule }) => rule.uid}
      columns={[
        { header: 'Series', cell: ({ rule }) => rule.title, wrap: 260 },
        { header: 'State', cell: healthWords, wrap: 200 },
        {
          header: '',
          cell: ({ rule, stored }) =>
            stored && (
              <LinkButton size="sm" variant="secondary" fill="text" href={recording.address(rule.uid)} aria-label={`Open ${rule.title}`}>
                Open
              </LinkButton>
            ),
        },
      ]}
    />
  );
}
