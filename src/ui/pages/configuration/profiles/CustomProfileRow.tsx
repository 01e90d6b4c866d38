import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import type { Profile } from '../../../../domain/catalogue/Profile';
import { useConfigurationScope } from '../ConfigurationContext';
import { InlineCode } from '../../../fields/InlineCode';

interface Props {
  readonly profile: Profile;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function CustomProfileRow({ profile, onEdit, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const { editable } = useConfigurationScope();
  return (
    <div className={styles.row}>
      <strong>{profile.title}</strong>
      <span className={styles.dim}>
        <InlineCode>{profile.requests.metric}</InlineCode> grouped by {profile.group.join(', ')}
      </span>
      <span className={styles.buttons}>
        {editable && <IconButton name="trash-alt" aria-label={`Remove ${profile.title}`} onClick={onRemove} />}
        <Button size="sm" variant="secondary" fill="text" onClick={onEdit}>
          {editable ? 'Edit' : 'Show'}
          <span className="sr-only"> {profile.title}</span>
        </Button>
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflowWrap: 'anywhere',
  }),
  dim: css({ color: theme.colors.text.secondary }),
  buttons: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), marginLeft: 'auto' }),
});
