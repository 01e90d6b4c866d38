import { useState } from 'react';
import { Alert, Button, ConfirmModal, Stack } from '@grafana/ui';
import type { Identity } from '../../../../ports/Identity';
import type { SettingsProblem } from '../../../../ports/SettingsStore';
import { CodeBlock } from '../../../fields/CodeBlock';
import type { Configuration } from '../draft/useConfiguration';
import { InlineCode } from '../../../fields/InlineCode';

interface Props {
  readonly problem: SettingsProblem;
  readonly configuration: Configuration;
  readonly identity: Identity;
}

/** The stored settings could not be read. Nothing is written from here: replacing them is two decisions away. */
export function UnreadableSettings({ problem, configuration, identity }: Props) {
  return (
    <Stack direction="column" gap={2}>
      <Alert severity="error" title={title(problem)} bottomSpacing={0}>
        <p>
          {problem.kind === 'invalid' ? (
            <InvalidField field={problem.field} message={problem.message} />
          ) : (
            problem.message
          )}
        </p>
        <Button size="sm" variant="secondary" icon="sync" onClick={configuration.reload}>
          Read again
        </Button>
      </Alert>
      {problem.kind === 'invalid' && (
        <StoredDocument raw={problem.raw} configuration={configuration} mayReplace={identity.maySaveSettings} />
      )}
    </Stack>
  );
}

function title({ kind }: SettingsProblem): string {
  return kind === 'invalid'
    ? 'The stored settings cannot be used, and have been left alone'
    : 'The settings could not be read';
}

const InvalidField = ({ field, message }: { readonly field: string; readonly message: string }) => (
  <>
    Field <InlineCode>{field}</InlineCode>: {message}
  </>
);

interface StoredDocumentProps {
  readonly raw: unknown;
  readonly configuration: Configuration;
  readonly mayReplace: boolean;
}

function StoredDocument({ raw, configuration, mayReplace }: StoredDocumentProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <CodeBlock
        title="What is stored"
        what="stored JSON"
        fileName="headroom-settings-stored.json"
        text={JSON.stringify(raw, null, 2)}
      />
      <p>
        Repair the named field where the document comes from (a file in <InlineCode>provisioning/plugins/</InlineCode>{' '}
        overwrites it at every start), or start over.{' '}
        {mayReplace ? 'Copy it first: what is replaced cannot be brought back.' : 'Only an Admin may replace it.'}
      </p>
      {mayReplace && (
        <div>
          <Button variant="destructive" fill="outline" onClick={() => setAsking(true)}>
            Start over with new settings
          </Button>
        </div>
      )}
      <ConfirmModal
        isOpen={asking}
        title="Start over?"
        body="You get a fresh draft. The stored document is overwritten when you press Save, not before."
        confirmText="Start a fresh draft"
        onConfirm={() => configuration.startReplacement(raw)}
        onDismiss={() => setAsking(false)}
      />
    </>
  );
}
