import { css } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Alert, Icon, useStyles2 } from '@grafana/ui';
import type { PreflightCheck, PreflightReport } from '../../../../domain/ramp/preflight';
import { PreflightGuards } from './PreflightGuards';

const LOOKS: Readonly<Record<PreflightCheck['state'], { readonly icon: IconName; readonly word: string }>> = {
  pass: { icon: 'check', word: 'Passes' },
  warn: { icon: 'exclamation-triangle', word: 'Mind' },
  refuse: { icon: 'times-circle', word: 'Refuses' },
};
const ORDER: Readonly<Record<PreflightCheck['state'], number>> = { refuse: 0, warn: 1, pass: 2 };

/** Each check with what was found; what refuses comes first. */
export function PreflightList({ report }: { readonly report: PreflightReport }) {
  const styles = useStyles2(getStyles);
  const refused = report.checks.filter(({ state }) => state === 'refuse').length;
  return (
    <>
      <Alert
        bottomSpacing={1}
        severity={refused > 0 ? 'error' : 'success'}
        title={refused > 0 ? `${refused} ${refused === 1 ? 'check refuses' : 'checks refuse'} the run` : 'The run may start'}
      />
      <ul className={styles.list}>
        {[...report.checks].sort((a, b) => ORDER[a.state] - ORDER[b.state]).map(({ id, title, state, evidence }) => (
          <li key={id} className={styles.item}>
            <Icon name={LOOKS[state].icon} className={styles[state]} aria-hidden="true" />
            <div>
              <strong>
                {LOOKS[state].word}: {title}
              </strong>
              <div className={styles.evidence}>{evidence}</div>
            </div>
          </li>
        ))}
      </ul>
      {report.guards !== undefined && report.guards.length > 0 && <PreflightGuards guards={report.guards} queries={report.guardQueries ?? []} />}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  item: css({ display: 'flex', gap: theme.spacing(1), padding: theme.spacing(0.75, 0), borderBottom: `1px solid ${theme.colors.border.weak}` }),
  evidence: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  pass: css({ color: theme.colors.success.text, marginTop: 2 }),
  warn: css({ color: theme.colors.warning.text, marginTop: 2 }),
  refuse: css({ color: theme.colors.error.text, marginTop: 2 }),
});
