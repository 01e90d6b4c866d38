import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, Spinner, useStyles2 } from '@grafana/ui';
import type { Check, Verdict } from '../../../../engine/setup/SetupView';
import { QueryText } from '../../../components/QueryText';
import { orderChecks } from './orderChecks';

const LOOK: Readonly<Record<Exclude<Verdict, 'running'>, { readonly icon: IconName; readonly word: string }>> = {
  pass: { icon: 'check-circle', word: 'Passed' },
  warn: { icon: 'exclamation-triangle', word: 'Warning' },
  fail: { icon: 'exclamation-circle', word: 'Failed' },
  unknown: { icon: 'question-circle', word: 'Not known' },
};

/** Live checks in one order at every visit, each with what was seen and the way out. */
export function CheckList({ checks }: { readonly checks: readonly Check[] }) {
  const styles = useStyles2(getStyles);
  return (
    <ul className={styles.list}>
      {orderChecks(checks).map((check) => (
        <li key={check.id} className={styles.check}>
          <Mark verdict={check.verdict} />
          <div className={styles.words}>
            <div>
              <span className={styles.title}>{check.title}.</span> {check.detail}
            </div>
            {check.next !== null && <div className={styles.next}>{check.next}</div>}
            {check.expr !== null && (
              <details>
                <summary className={styles.summary}>Query</summary>
                <QueryText expr={check.expr} />
              </details>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Mark({ verdict }: { readonly verdict: Verdict }) {
  const styles = useStyles2(getStyles);
  if (verdict === 'running') {
    return (
      <span className={styles.mark}>
        <Spinner inline />
        <span className="sr-only">Running: </span>
      </span>
    );
  }
  const { icon, word } = LOOK[verdict];
  return (
    <span className={`${styles.mark} ${styles[verdict]}`}>
      <Icon name={icon} title={word} aria-hidden="true" />
      <span className="sr-only">{word}: </span>
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
  }),
  check: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' }),
  mark: css({ flex: 'none', width: 20, lineHeight: 1.5 }),
  words: css({ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  next: css({ color: theme.colors.text.secondary }),
  summary: css({
    cursor: 'pointer',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    width: 'fit-content',
  }),
  pass: css({ color: theme.colors.success.text }),
  warn: css({ color: theme.colors.warning.text }),
  fail: css({ color: theme.colors.error.text }),
  unknown: css({ color: theme.colors.text.secondary }),
});
