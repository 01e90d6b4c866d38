import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Status, StatusKind } from '../../domain/capacity/Judgement';
import { useEvidence } from './EvidenceContext';
import { visuallyHidden } from './visuallyHidden';

const WORDS: Readonly<Record<StatusKind, { readonly text: string; readonly icon: IconName }>> = {
  short: { text: 'Short', icon: 'exclamation-triangle' },
  unbalanced: { text: 'Unbalanced', icon: 'bolt' },
  unknown: { text: 'Unknown', icon: 'question-circle' },
  stale: { text: 'Stale', icon: 'clock-nine' },
  ok: { text: 'Holds', icon: 'check' },
  idle: { text: 'Idle', icon: 'arrow-down' },
};

/** Not known yet, while the page is still being read. */
const READING = { text: 'Reading', icon: 'hourglass' } as const;

/** A status as people read it. */
export const statusText = (kind: StatusKind): string => WORDS[kind].text;

/** Verdict: word, icon and colour together; reasons on hover and for screen readers. */
export function StatusBadge({ status }: { readonly status: Status }) {
  const styles = useStyles2(getStyles);
  const coming = useEvidence().reading && status.kind === 'unknown';
  const { text, icon } = coming ? READING : WORDS[status.kind];
  const why = status.reasons.join('\n');
  return (
    <span className={cx(styles.badge, coming ? styles.coming : look(status, styles))} title={why}>
      <Icon name={icon} size="sm" aria-hidden="true" />
      {text}
      {why !== '' && <span className={styles.hidden}>: {status.reasons.join('; ')}</span>}
    </span>
  );
}

type Looks = ReturnType<typeof getStyles>;

function look({ kind, severity }: Status, styles: Looks): string {
  switch (kind) {
    case 'short':
      return { ...styles, none: styles.quiet, unknown: styles.quiet }[severity];
    case 'stale':
    case 'unknown':
      return cx(styles.dashed, severity === 'critical' && styles.softCritical);
    case 'unbalanced':
      return severity === 'critical' ? styles.softCritical : styles.softWarning;
    case 'ok':
      return styles.quiet;
    case 'idle':
      return styles.information;
  }
}

// Text on a tint is in the text's own colour: coloured, it would be too faint on a row under the mouse.
// Filled only where somebody must act, so that the eye finds those first; the rest is text with an icon.
const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 0.75),
    border: '1px solid transparent',
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
    lineHeight: 1.4,
    whiteSpace: 'nowrap',
  }),
  critical: css({ background: theme.colors.error.main, color: theme.colors.error.contrastText }),
  warning: css({ background: theme.colors.warning.main, color: theme.colors.warning.contrastText }),
  information: css({
    borderColor: theme.colors.info.border,
    background: theme.colors.info.transparent,
    color: theme.colors.text.primary,
    '& svg': { color: theme.colors.info.text },
  }),
  softWarning: css({
    borderColor: theme.colors.warning.border,
    background: theme.colors.warning.transparent,
    color: theme.colors.text.primary,
    '& svg': { color: theme.colors.warning.text },
  }),
  softCritical: css({
    borderColor: theme.colors.error.border,
    background: theme.colors.error.transparent,
    color: theme.colors.text.primary,
    '& svg': { color: theme.colors.error.text },
  }),
  dashed: css({ borderStyle: 'dashed', borderColor: theme.colors.border.strong, color: theme.colors.text.primary }),
  coming: css({ color: theme.colors.text.secondary }),
  hidden: css(visuallyHidden),
  quiet: css({ color: theme.colors.success.text }),
});
