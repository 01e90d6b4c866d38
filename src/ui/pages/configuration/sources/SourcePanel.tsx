import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useId } from 'react';
import type { SourceSettings } from '../../../../domain/catalogue/Settings';
import { useConfigurationScope } from '../ConfigurationContext';
import { CheckList } from './CheckList';
import { FoundServiceTable } from './FoundServiceTable';
import { ProfileCards } from './ProfileCards';
import { SourceFields } from './SourceFields';
import { SourceVerdict } from './SourceVerdict';

/** One data source: how it is read, what was found, what to do about what is missing. */
export function SourcePanel({ source }: { readonly source: SourceSettings }) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const { inspections, setup } = useConfigurationScope();
  const findings = inspections.findings.get(source.uid);
  const visible = setup.dataSources().find(({ uid }) => uid === source.uid);
  return (
    <section className={styles.panel} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id} className={styles.name}>
          {visible?.name ?? source.uid}
        </h3>
        <SourceVerdict findings={findings} />
        <Button size="sm" variant="secondary" icon="sync" onClick={() => inspections.again(source.uid)}>
          Check again
        </Button>
      </header>
      {!visible && (
        <p>
          You cannot see this data source: it was removed, or you may not read it. What it answers, if anything, stands
          below.
        </p>
      )}
      <SourceFields source={source} />
      {findings && (
        <>
          <div className={styles.columns}>
            <div>
              <h4>Checks</h4>
              <CheckList checks={findings.checks} />
            </div>
            <div>
              <h4>Metric families found</h4>
              <ProfileCards findings={findings} source={source} />
            </div>
          </div>
          <FoundServiceTable findings={findings} />
        </>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    minWidth: 0,
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  name: css({ margin: 0, overflowWrap: 'anywhere' }),
  columns: css({
    display: 'grid',
    gap: theme.spacing(3),
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(380px, 100%), 1fr))',
    '& > div': { minWidth: 0 },
  }),
});
