import { locationUtil, type DataLink } from '@grafana/data';
import type { LoadTestRecord } from '../../engine/datasource/LoadTestLog';

const PAGE = '/a/headroom-capacity-app/loadtests?';

type Told = Pick<LoadTestRecord, 'run' | 'service' | 'endedAt'>;

/** What of the load test page shows a load test: its report, the run while it has none, or all of its service when no run is on record. */
export function reportQuery({ run, service, endedAt }: Told): string {
  const shown = run === null ? { service } : endedAt === null ? { run } : { report: run };
  return new URLSearchParams(Object.entries(shown)).toString();
}

/** Address of that, with the sub-path Grafana may be served under. */
export const reportUrl = (test: Told): string => locationUtil.assureBaseUrl(`${PAGE}${reportQuery(test)}`);

export const reportWords = ({ run, endedAt }: Told): string =>
  run === null ? 'Load tests of this service' : endedAt === null ? 'Look at the run' : 'Open the report';

/** From a row, whose column `report` says what to show. Begins with a slash, so that Grafana puts its sub-path before it. */
export const reportLink: DataLink = { title: 'Look at it', url: `${PAGE}\${__data.fields.report:raw}` };
