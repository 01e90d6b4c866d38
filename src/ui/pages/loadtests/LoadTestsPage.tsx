import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { RunScreen } from '../../loadtest/RunScreen';
import { ComparePage } from './report/ComparePage';
import { loadTestsPath } from '../../loadtest/loadTestsPath';
import { Overview } from './Overview';
import { PlanPage } from './plan/PlanPage';
import { ReportPage } from './report/ReportPage';
import { useLoadTestsAddress, type LoadTestsAddress } from './useLoadTestsAddress';

/** `/loadtests`: what runs now and what was found; with an address of its own for a plan, a run, a report and two reports side by side. */
export default function LoadTestsPage() {
  const styles = useStyles2(getStyles);
  const address = useLoadTestsAddress();
  const title = TITLES[address.view];
  return (
    <PluginPage {...(address.view !== 'overview' && { pageNav: { text: title } })} actions={<Actions address={address} />}>
      <div className={styles.page}>
        <Content address={address} />
      </div>
    </PluginPage>
  );
}

const TITLES: Readonly<Record<LoadTestsAddress['view'], string>> = {
  overview: 'Load tests',
  plan: 'Plan a load test',
  run: 'Load test',
  report: 'Report',
  compare: 'Two runs side by side',
};

function Content({ address }: { readonly address: LoadTestsAddress }) {
  switch (address.view) {
    case 'overview':
      return <Overview service={address.service} />;
    case 'plan':
      return <PlanPage key={address.service ?? ''} service={address.service} />;
    case 'run':
      return <RunScreen runId={address.runId} />;
    case 'report':
      return <ReportPage runId={address.runId} />;
    case 'compare':
      return <ComparePage runIds={address.runIds} />;
  }
}

function Actions({ address }: { readonly address: LoadTestsAddress }) {
  switch (address.view) {
    case 'overview':
      return (
        <LinkButton icon="plus" href={loadTestsPath({ plan: address.service ?? '' })}>
          Plan a load test
        </LinkButton>
      );
    case 'run':
      return (
        <LinkButton variant="secondary" icon="file-alt" href={loadTestsPath({ report: address.runId })}>
          Report
        </LinkButton>
      );
    case 'report':
      return (
        <LinkButton variant="secondary" icon="eye" href={loadTestsPath({ run: address.runId })}>
          The run itself
        </LinkButton>
      );
    case 'plan':
    case 'compare':
      return null;
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
});
