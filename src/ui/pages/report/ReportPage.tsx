import { useCallback } from 'react';
import { PluginPage } from '@grafana/runtime';
import type { ReportView } from '../../../engine/reports/ReportView';
import { FillProgressBar } from '../../components/FillProgressBar';
import { useHeadroom } from '../../HeadroomContext';
import { useObservable } from '../../useObservable';
import { ReportPageBody } from './ReportPageBody';

const NOTHING_YET: ReportView = {
  state: 'loading',
  rows: [],
  before: new Map(),
  week: { from: 0, to: 0 },
  notices: [],
  progress: null,
  currency: '',
  readAt: null,
  since: null,
};

/** What changed within a week, who is short, what can go, and what to do next; to read, print and paste. */
export default function ReportPage() {
  const { reports } = useHeadroom();
  const view = useObservable(
    useCallback(() => reports.watch(), [reports]),
    NOTHING_YET
  );
  return (
    <PluginPage subTitle="Worked out from the fleet of now and the same series cut a week ago; nothing is stored">
      <FillProgressBar progress={view.progress} what="Reading history: what changed may still move" />
      <ReportPageBody view={view} />
    </PluginPage>
  );
}
