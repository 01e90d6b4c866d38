import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { useLoadTestAction } from './useLoadTestAction';
import { useLoadTests } from './useLoadTests';

/** Stop, hold and go on. Stop is never greyed out while the run may be stopped: it is one absolute command. */
export function RunControls({ view }: { readonly view: LoadTestView }) {
  const styles = useStyles2(getStyles);
  const loadTests = useLoadTests();
  const stop = useLoadTestAction();
  const other = useLoadTestAction();
  const problem = stop.problem ?? other.problem;
  return (
    <div className={styles.controls}>
      <div className={styles.buttons}>
        {view.mayStop && (
          <Button variant="destructive" icon="square-shape" onClick={() => void stop.run(() => loadTests.stop(view.runId, view.pool))}>
            {stop.busy ? 'Stopping…' : 'Stop and give the traffic back'}
          </Button>
        )}
        {view.mayHold && (
          <Button variant="secondary" icon="pause" disabled={other.busy} tooltip="Stays at this share; never raises until you go on" onClick={() => void other.run(() => loadTests.hold(view.runId))}>
            Hold
          </Button>
        )}
        {view.mayResume && (
          <Button variant="primary" icon="play" disabled={other.busy} onClick={() => void other.run(() => loadTests.resume(view.runId))}>
            Go on
          </Button>
        )}
      </div>
      {problem !== null && <Alert severity="error" title={problem} bottomSpacing={0} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  controls: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  buttons: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
