import { locationUtil } from '@grafana/data';
import { formatDuration } from '../../domain/base/Duration';
import type { QueryOrigin } from '../../domain/base/Evidence';

/** Address of Explore with one query, under whatever sub-path Grafana is served. @param type plugin id of the data source */
export function exploreUrl(origin: QueryOrigin, type: string): string {
  const pane = {
    datasource: origin.source,
    queries: [
      {
        refId: 'A',
        datasource: { type, uid: origin.source },
        expr: origin.expr,
        ...(origin.range ? { range: true, instant: false, interval: formatDuration(origin.range.step) } : { range: false, instant: true }),
      },
    ],
    range: origin.range
      ? { from: String(origin.range.from), to: String(origin.range.to) }
      : { from: 'now-1h', to: 'now' },
  };
  const query = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ headroom: pane }) });
  return locationUtil.assureBaseUrl(`/explore?${query.toString()}`);
}
