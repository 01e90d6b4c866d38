import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface Props {
  readonly label: string;
  /** How many services it would leave; none shown when null. */
  readonly count: number | null;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

/** A filter that is on or off, with how many it would leave. */
export function FilterToggle({ label, count, pressed, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <button
      type="button"
      aria-pressed={pressed}
      className={cx(styles.toggle, pressed && styles.pressed)}
      onClick={onToggle}
    >
      {pressed && <Icon name="check" size="sm" aria-hidden="true" />}
      {label}
      {count !== null && <span className={styles.count}>{count}</span>}
    </button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  toggle: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    height: theme.spacing(theme.components.height.md),
    padding: theme.spacing(0, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: 'none',
    color: theme.colors.text.primary,
    whiteSpace: 'nowrap',
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  pressed: css({ background: theme.colors.action.selected, borderColor: theme.colors.primary.border }),
  count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
});
