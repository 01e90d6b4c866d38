import { useState } from 'react';
import { Alert, Button, ConfirmModal, LinkButton } from '@grafana/ui';
import type { StoredRule } from '../../../ports/AlertRules';
import { useHeadroom } from '../../HeadroomContext';
import { DataTable } from '../../components/DataTable';

interface Props {
  /** Rules of Headroom that stand in Grafana. */
  readonly rules: readonly StoredRule[];
  readonly onRemoved: () => void;
}

/** Every rule of ours in Grafana, to open or to remove. */
export function OtherRules({ rules, onRemoved }: Props) {
  const { alerts } = useHeadroom();
  const [asked, setAsked] = useState<StoredRule | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  if (rules.length === 0) {
    return null;
  }
  const remove = async (rule: StoredRule) => {
    setAsked(null);
    const outcome = await alerts.remove(rule.uid);
    setProblem(outcome.ok ? null : outcome.error.message);
    onRemoved();
  };
  return (
    <section aria-label="Rules in Grafana">
      <h2>Rules in Grafana</h2>
      {problem !== null && (
        <Alert severity="error" title="The rule was not removed">
          {problem}
        </Alert>
      )}
      <DataTable
        caption="Rules of Headroom in Grafana"
        rows={rules}
        rowKey={({ uid }) => uid}
        columns={[
          { header: 'Rule', cell: ({ title }) => title, wrap: 240 },
          { header: 'Group', cell: ({ group }) => group },
          { header: 'State', cell: stateOf },
          {
            header: '',
            cell: (rule) => (
              <>
                <LinkButton size="sm" variant="secondary" fill="text" href={alerts.address(rule.uid)} aria-label={`Open ${rule.title}`}>
                  Open
                </LinkButton>
                <Button
                  size="sm"
                  variant="destructive"
                  fill="text"
                  disabled={!alerts.permission.maySave || rule.provisioned !== null}
                  onClick={() => setAsked(rule)}
                  aria-label={`Remove ${rule.title}`}
                >
                  Remove
                </Button>
              </>
            ),
          },
        ]}
      />
      {asked && (
        <ConfirmModal
          isOpen
          title="Remove this rule"
          body={`"${asked.title}" will no longer be evaluated by Grafana. It can be saved again from this page.`}
          confirmText="Remove"
          onConfirm={() => void remove(asked)}
          onDismiss={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function stateOf({ provisioned, paused }: StoredRule): string {
  if (provisioned !== null) {
    return `provisioned (${provisioned}), read-only`;
  }
  return paused ? 'paused' : 'evaluated';
}
