import { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { parseSettings } from '../../../../domain/catalogue/parseSettings';
import { serializeSettings } from '../../../../domain/catalogue/serializeSettings';
import { settingsBytes } from '../../../../domain/catalogue/settingsBytes';
import type { Settings } from '../../../../domain/catalogue/Settings';
import { formatBytes } from '../../../format/formatBytes';
import type { EditingState } from '../draft/ConfigurationState';
import type { Configuration } from '../draft/useConfiguration';
import { SETTINGS_LIMIT } from '../../../../domain/catalogue/SETTINGS_LIMIT';

interface Props {
  readonly state: EditingState;
  readonly dirty: boolean;
  readonly configuration: Configuration;
}

/** Always in reach: what Save would do, and why it cannot. */
export function SaveBar({ state, dirty, configuration }: Props) {
  const styles = useStyles2(getStyles);
  const mistake = useMemo(() => mistakeIn(state.draft), [state.draft]);
  const proposed = state.stored === null && state.draft.sources.length > 0;
  const savable = dirty || proposed || state.replacing || state.migrated !== null;
  const { problem } = state;
  return (
    <div className={styles.bar}>
      {problem !== null && problem.kind !== 'conflict' && (
        <Alert
          severity="error"
          title="Not saved; your changes are still here"
          bottomSpacing={0}
          onRemove={configuration.dismissProblem}
        >
          {problem.message}
        </Alert>
      )}
      <div className={styles.row}>
        <Button
          icon={state.saving ? 'spinner' : 'save'}
          disabled={!savable || state.saving || mistake !== null}
          onClick={() => void configuration.save()}
        >
          {state.replacing ? 'Replace and save' : 'Save'}
        </Button>
        <Button variant="secondary" disabled={!dirty || state.saving} onClick={configuration.discard}>
          Discard changes
        </Button>
        <span role="status" className={mistake ? styles.mistake : styles.words}>
          {mistake ?? statusOf(state, dirty)}
        </span>
      </div>
    </div>
  );
}

function statusOf(state: EditingState, dirty: boolean): string {
  if (state.saving) {
    return 'Saving …';
  }
  if (state.justSaved) {
    return 'Saved. Everybody sees it at their next visit.';
  }
  if (dirty) {
    return 'Unsaved changes.';
  }
  return state.stored === null ? 'Not saved yet.' : 'Nothing to save.';
}

/** Why the draft as a whole must not be saved, in words. */
function mistakeIn(draft: Settings): string | null {
  const bytes = settingsBytes(draft);
  if (bytes > SETTINGS_LIMIT) {
    return `Too large to save: ${formatBytes(bytes)} of ${formatBytes(SETTINGS_LIMIT)}. Replace exceptions by rules.`;
  }
  const parsed = parseSettings(JSON.parse(serializeSettings(draft)));
  return parsed.ok ? null : `Cannot be saved yet: ${parsed.error.field}: ${parsed.error.message}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'sticky',
    bottom: 0,
    zIndex: theme.zIndex.navbarFixed,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5, 0),
    background: theme.colors.background.primary,
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  words: css({ color: theme.colors.text.secondary }),
  mistake: css({ color: theme.colors.error.text }),
});
