import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, LinkButton, useStyles2 } from '@grafana/ui';
import { serviceName } from '../../domain/records/serviceName';
import type { RunSummary } from '../../engine/loadtest/RunSummary';
import { useHeadroom } from '../HeadroomContext';
import { useLoadTestAction } from './useLoadTestAction';
import { useLoadTests } from './useLoadTests';
import { loadTestsPath } from './loadTestsPath';

/** Runs that hold traffic now. One that nobody here drives can be given back before anything else. */
export function RunningRuns({ runs }: { readonly runs: readonly RunSummary[] }) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const { identity } = useHeadroom();
  const { busy, problem, run } = useLoadTestAction();
  return (
    <div className={styles.list}>
      {problem !== null && <Alert severity="error" title={problem} bottomSpacing={0} />}
      {runs.map((one) => (
        <Alert
          key={one.runId}
          bottomSpacing={0}
          severity={one.ours ? 'info' : 'warning'}
          title={one.ours ? `Running here: ${one.headline}` : `Traffic of ${serviceName(one.service)} is being moved by a run that this page does not drive`}
        >
          <div className={styles.body}>
            <span className={styles.words}>
              {one.target} of {serviceName(one.service)}, started by {one.by}. {leaseWords(one)}
            </span>
            {!one.ours && identity.mayRunTests && (
              <Button variant="destructive" size="sm" disabled={busy} onClick={() => void run(() => loadTests.stop(one.runId, one.pool))}>
                {one.alive === false ? 'Close the record' : 'Roll back now'}
              </Button>
            )}
            <LinkButton size="sm" variant="secondary" href={loadTestsPath({ run: one.runId })}>
              Watch
            </LinkButton>
          </div>
        </Alert>
      ))}
    </div>
  );
}

function leaseWords({ alive, ours }: RunSummary): string {
  if (alive === null) {
    return 'Whether its lease is alive is not known.';
  }
  if (alive) {
    return 'Its lease is alive.';
  }
  // One that is driven from here is before its first write, or on its way back.
  return ours ? 'It holds no traffic now.' : 'Its lease has ended; the record was never closed.';
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  body: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'center' }),
  words: css({ flex: '1 1 260px' }),
});
