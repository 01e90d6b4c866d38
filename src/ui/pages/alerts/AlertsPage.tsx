import { useCallback } from 'react';
import { PluginPage } from '@grafana/runtime';
import { LoadingPlaceholder, Stack } from '@grafana/ui';
import type { AlertFacts } from '../../../engine/alerting/AlertUseCase';
import { EmptyPage } from '../../components/EmptyPage';
import { FillProgressBar } from '../../components/FillProgressBar';
import { NoticeList } from '../../components/NoticeList';
import { RouteButton } from '../../components/RouteButton';
import { useHeadroom } from '../../HeadroomContext';
import { useObservable } from '../../useObservable';
import { CONFIGURATION_PATH } from '../fleet/CONFIGURATION_PATH';
import { AlertsWorkspace } from './AlertsWorkspace';

const NOTHING_YET: AlertFacts = { state: 'loading', sources: [], progress: null, notices: [] };

/** Alert rules from intent, tried on the past before they are saved. */
export default function AlertsPage() {
  const { alerts } = useHeadroom();
  const facts = useObservable(
    useCallback(() => alerts.facts(), [alerts]),
    NOTHING_YET
  );
  return (
    <PluginPage subTitle="Ordinary Grafana rules in plain PromQL: they need neither this page nor a browser once they are saved">
      <Stack direction="column" gap={2}>
        <FillProgressBar progress={facts.progress} what="Reading history: limits may still move" />
        <AlertsBody facts={facts} />
      </Stack>
    </PluginPage>
  );
}

function AlertsBody({ facts }: { readonly facts: AlertFacts }) {
  const services = facts.sources.some(({ subjects }) => subjects.length > 0);
  if (services) {
    return (
      <>
        <NoticeList notices={facts.notices} />
        <AlertsWorkspace facts={facts} />
      </>
    );
  }
  if (facts.state === 'loading') {
    return (
      <div role="status">
        <LoadingPlaceholder text="Reading services and their limits …" />
      </div>
    );
  }
  return (
    <EmptyPage
      title="No services to alert on"
      notices={facts.notices}
      actions={<RouteButton to={CONFIGURATION_PATH}>Open configuration</RouteButton>}
    />
  );
}
