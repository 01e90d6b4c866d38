import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, Modal, useStyles2 } from '@grafana/ui';
import { parseSettings } from '../../../../domain/catalogue/parseSettings';
import type { Settings } from '../../../../domain/catalogue/Settings';
import type { Configuration } from '../draft/useConfiguration';
import { CodeBlock } from '../../../fields/CodeBlock';
import { fieldsThatDiffer } from './fieldsThatDiffer';
import { sortedJson } from './sortedJson';

interface Props {
  readonly message: string;
  readonly theirs: unknown;
  readonly mine: Settings;
  readonly configuration: Configuration;
}

/** Two Admins at once: both documents are shown, neither is lost before somebody decides. */
export function ConflictDialog({ message, theirs, mine, configuration }: Props) {
  const styles = useStyles2(getStyles);
  const parsed = parseSettings(theirs);
  const differing = fieldsThatDiffer(mine, parsed.ok ? parsed.value.settings : theirs);
  return (
    <Modal
      isOpen
      title="Somebody else saved meanwhile"
      className={styles.modal}
      onDismiss={configuration.dismissProblem}
    >
      <p>{message} Your changes are not lost: they stay in the draft until you decide.</p>
      <p>
        {differing.length > 0
          ? `The two differ in: ${differing.join(', ')}.`
          : 'The two say the same: either choice is fine.'}
      </p>
      {!parsed.ok && (
        <Alert severity="warning" title="Theirs cannot be used" bottomSpacing={1}>
          {parsed.error.field}: {parsed.error.message}
        </Alert>
      )}
      <div className={styles.sides}>
        <CodeBlock
          title="Theirs (stored now)"
          what="theirs"
          text={sortedJson(theirs, 2) ?? ''}
          fileName="headroom-settings-theirs.json"
        />
        <CodeBlock
          title="Mine (this draft)"
          what="mine"
          text={sortedJson(mine, 2) ?? ''}
          fileName="headroom-settings-mine.json"
        />
      </div>
      <Modal.ButtonRow>
        <Button variant="secondary" onClick={configuration.dismissProblem}>
          Keep editing
        </Button>
        <Button
          variant="secondary"
          disabled={!parsed.ok}
          onClick={() => parsed.ok && configuration.takeTheirs(parsed.value.settings, theirs)}
        >
          Take theirs, drop mine
        </Button>
        <Button variant="destructive" onClick={() => void configuration.saveOver(theirs)}>
          Save mine over theirs
        </Button>
      </Modal.ButtonRow>
    </Modal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  modal: css({ width: 'min(1000px, 95vw)' }),
  sides: css({
    display: 'grid',
    gap: theme.spacing(2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(320px, 100%), 1fr))',
  }),
});
