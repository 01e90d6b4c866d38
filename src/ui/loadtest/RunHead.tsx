import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import { serviceName } from '../../domain/records/serviceName';
import type { LoadTestView } from '../../engine/loadtest/LoadTestView';
import { durationWords } from './durationWords';
import { phaseWords } from './phaseWords';
import { RunControls } from './RunControls';

/** State in words, who runs it on what, and the way to stop it. */
export function RunHead({ view }: { readonly view: LoadTestView }) {
  const styles = useStyles2(getStyles);
  const { phase, headline, simulated, role, service, pool, target, by, reason, startedAt, now, logKept } = view;
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <div className={styles.badges}>
          <Badge text={phaseWords(phase)} color="blue" />
          {simulated && <Badge text="Simulated: no traffic is moved" color="purple" icon="bolt" />}
          {role === 'watcher' && phase !== 'finished' && phase !== 'abandoned' && <Badge text="You watch; somebody else drives" color="orange" icon="eye" />}
          {logKept === 'waiting' && <Badge text="Log is kept here until Grafana takes it" color="orange" />}
          {logKept === 'refused' && <Badge text="Grafana refused the log: it is kept in this browser only" color="red" />}
        </div>
        <h2 className={styles.headline} aria-live="polite">
          {headline}
        </h2>
        <div className={styles.detail}>
          {target} of {serviceName(service)}, pool {pool}, started by {by}
          {startedAt === null ? '' : `, ${durationWords(now - startedAt)} ago`}: {reason}
        </div>
      </div>
      {phase !== 'finished' && <RunControls key={view.runId} view={view} />}
    </header>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2), justifyContent: 'space-between', alignItems: 'flex-start' }),
  words: css({ flex: '1 1 320px', minWidth: 0 }),
  badges: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), marginBottom: theme.spacing(0.5) }),
  headline: css({ margin: 0, fontSize: theme.typography.h3.fontSize, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
