import { Alert } from '@grafana/ui';
import type { EditingState } from '../draft/ConfigurationState';

interface Props {
  readonly state: EditingState;
  readonly maySave: boolean;
}

/** What the person should know before changing anything. */
export function SettingsNotices({ state, maySave }: Props) {
  return (
    <>
      {!maySave && (
        <Alert
          severity="info"
          title={
            state.stored ? 'You are looking at what is saved' : 'Nothing is saved yet: this is what an Admin would save'
          }
          bottomSpacing={0}
        >
          {state.stored
            ? 'Only an Admin of this organization can change it. The Storage tab has it as JSON.'
            : 'Headroom works for this visit with what it found in the default data source. Ask an Admin to open this page and press Save, or hand over the JSON of the Storage tab.'}
        </Alert>
      )}
      {maySave && !state.stored && !state.replacing && state.draft.sources.length > 0 && (
        <Alert severity="info" title="First steps: check what was found, then save" bottomSpacing={0}>
          Headroom looked for a Prometheus data source and what it holds, and proposes the settings below. One Save
          makes them permanent for everybody; everything can be changed later.
        </Alert>
      )}
      {state.replacing && (
        <Alert severity="warning" title="Saving replaces stored settings that cannot be read" bottomSpacing={0}>
          Until you press Save nothing is overwritten; leaving this page keeps the stored document as it is.
        </Alert>
      )}
      {state.migrated !== null && (
        <Alert severity="info" title="These settings come from an older version" bottomSpacing={0}>
          {state.migrated} The stored document stays as it is until an Admin saves.
        </Alert>
      )}
    </>
  );
}
