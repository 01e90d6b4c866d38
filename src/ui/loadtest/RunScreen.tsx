import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Alert, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { PageSection } from '../components/PageSection';
import { sentence } from '../format/sentence';
import { GuardTable } from './GuardTable';
import { OutcomeCard } from './OutcomeCard';
import { RunFigures } from './RunFigures';
import { RunHead } from './RunHead';
import { RunLines } from './RunLines';
import { StepTable } from './StepTable';
import { useRun } from './useRun';
import { VerdictList } from './VerdictList';

interface Props {
  readonly runId: string;
  /** Head and figures only, for a small panel. */
  readonly compact?: boolean;
}

/** One run, as it is now. */
export function RunScreen({ runId, compact = false }: Props) {
  const styles = useStyles2(getStyles);
  const { view, state, failure } = useRun(runId);
  if (view === null) {
    return state === 'looking' ? (
      <LoadingPlaceholder text="Looking for the run…" />
    ) : (
      <Alert severity="warning" title={failure === null ? 'This run is not known' : 'This run could not be read'}>
        {failure ?? `Neither this browser, the run log nor the routing endpoint knows a run ${runId.slice(0, 100)}. It may be older than the log.`}
      </Alert>
    );
  }
  return (
    <div className={styles.screen}>
      <RunHead view={view} />
      {failure !== null && <Alert severity="error" title="Watching ended" bottomSpacing={0}>{failure}</Alert>}
      {view.warnings.map((warning) => (
        <Alert key={warning} severity="warning" title={warning} bottomSpacing={0} />
      ))}
      {view.outcome && <OutcomeCard outcome={view.outcome} />}
      <RunFigures view={view} />
      <div className={styles.words}>{sentence(view.share.words)}</div>
      <PageSection title="Guards" about="Fast and absolute: a guard can only stop. Nearest to its limit first.">
        <GuardTable view={view} />
        {(view.guardsNote ?? null) !== null && <div className={styles.words}>{view.guardsNote}</div>}
      </PageSection>
      {!compact && (
        <>
          <PageSection title="Judge" about="Slow and statistical: it can only permit the next step.">
            <VerdictList steps={view.steps} />
          </PageSection>
          <PageSection title="Steps">
            <StepTable steps={view.steps} />
          </PageSection>
        </>
      )}
      <PageSection title="What happened">
        <RunLines lines={view.lines} />
      </PageSection>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  screen: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  words: css({ color: theme.colors.text.secondary }),
});
