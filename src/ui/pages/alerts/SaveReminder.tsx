import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';

interface Props {
  /** How many rules are ticked. */
  readonly rules: number;
  readonly onGo: () => void;
}

/** Stays at the foot of the window while something is ticked: the buttons that save stand above a long list. */
export function SaveReminder({ rules, onGo }: Props) {
  const styles = useStyles2(getStyles);
  if (rules === 0) {
    return null;
  }
  return (
    <div className={styles.bar}>
      <span>{rules === 1 ? 'One rule is ticked.' : `${rules} rules are ticked.`}</span>
      <Button size="sm" variant="secondary" icon="arrow-up" onClick={onGo}>
        Go to saving
      </Button>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
});
