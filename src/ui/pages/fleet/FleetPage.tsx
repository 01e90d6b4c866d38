import { useCallback } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import type { FleetView } from '../../../engine/fleet/FleetView';
import { EvidenceProvider } from '../../components/EvidenceProvider';
import { FillProgressBar } from '../../components/FillProgressBar';
import { useNow } from '../../components/useNow';
import { useHeadroom } from '../../HeadroomContext';
import { useObservable } from '../../useObservable';
import { FleetBody } from './FleetBody';
import { historyWords } from './historyWords';
import { RefreshButton } from './RefreshButton';
import { SessionBanner } from './SessionBanner';

const FLEET = { text: 'Fleet' };

const NOTHING_YET: FleetView = {
  mode: 'saved',
  state: 'loading',
  services: [],
  notices: [],
  progress: null,
  currency: '',
  readAt: null,
  since: null,
};

/** Will it hold? One row a service, worst first. */
export default function FleetPage() {
  const styles = useStyles2(getStyles);
  const { fleet } = useHeadroom();
  const view = useObservable(
    useCallback(() => fleet.watch(), [fleet]),
    NOTHING_YET
  );
  const now = useNow();
  return (
    <PluginPage
      pageNav={FLEET}
      actions={<RefreshButton readAt={view.readAt} now={now} onRefresh={() => fleet.refresh()} />}
    >
      <EvidenceProvider currency={view.currency} reading={view.state === 'loading' || view.progress !== null}>
        <div className={styles.page}>
          {nothingIsSaved(view) && <SessionBanner />}
          <div className={styles.progress}>
            <FillProgressBar progress={view.progress} what={historyWords(view.since, now)} />
          </div>
          <FleetBody view={view} now={now} />
        </div>
      </EvidenceProvider>
    </PluginPage>
  );
}

/** Settings that are there and cannot be read have a notice of their own, which says the opposite. */
const nothingIsSaved = ({ mode, notices }: FleetView): boolean =>
  mode === 'session' && !notices.some(({ id }) => id.startsWith('settings '));

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), minWidth: 0 }),
  // Always there: a bar that comes and goes moves nothing.
  progress: css({ height: 26, margin: theme.spacing(-0.5, 0, -1) }),
});
