import { LoadingPlaceholder } from '@grafana/ui';
import type { ReportView } from '../../../engine/reports/ReportView';
import { EmptyPage } from '../../components/EmptyPage';
import { NoticeList } from '../../components/NoticeList';
import { RouteButton } from '../../components/RouteButton';
import { CONFIGURATION_PATH } from '../fleet/CONFIGURATION_PATH';
import { ReportWorkspace } from './ReportWorkspace';

/** The page in whichever state it is. */
export function ReportPageBody({ view }: { readonly view: ReportView }) {
  if (view.rows.length > 0) {
    return (
      <>
        <NoticeList notices={view.notices} />
        <ReportWorkspace view={view} />
      </>
    );
  }
  if (view.state === 'loading') {
    return (
      <div role="status">
        <LoadingPlaceholder text="Reading the fleet …" />
      </div>
    );
  }
  return (
    <EmptyPage
      title="No services to report on"
      notices={view.notices}
      actions={<RouteButton to={CONFIGURATION_PATH}>Open configuration</RouteButton>}
    />
  );
}
