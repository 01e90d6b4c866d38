import type {
  DataQueryRequest,
  DataQueryResponse,
  DataSourceInstanceSettings,
  DataSourceJsonData,
  ScopedVars,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { DataQuery } from '@grafana/schema';
import { map, type Observable } from 'rxjs';
import { foldToTable } from './foldToTable';

export interface PromTarget extends DataQuery {
  expr: string;
  instant?: boolean;
  range?: boolean;
  format?: 'time_series' | 'table' | 'heatmap';
  interval?: string;
  legendFormat?: string;
}

/** Asked for both ways, a target becomes two; the second gets a suffix so that answers can be told apart. */
const split = (target: PromTarget): PromTarget[] =>
  target.instant && target.range
    ? [
        { ...target, instant: false },
        { ...target, range: false, refId: `${target.refId}_instant` },
      ]
    : [target];

interface PromOptions extends DataSourceJsonData {
  timeInterval?: string;
}

/** A small Prometheus data source: queries through the server and interpolates variables, no editor. */
export class PrometheusStandIn extends DataSourceWithBackend<PromTarget, PromOptions> {
  readonly interval: string;

  constructor(settings: DataSourceInstanceSettings<PromOptions>) {
    super(settings);
    this.interval = settings.jsonData.timeInterval ?? '15s';
  }

  filterQuery(target: PromTarget): boolean {
    return Boolean(target.expr) && !target.hide;
  }

  applyTemplateVariables(target: PromTarget, scopedVars: ScopedVars): PromTarget {
    return { ...target, expr: getTemplateSrv().replace(target.expr, scopedVars) };
  }

  query(request: DataQueryRequest<PromTarget>): Observable<DataQueryResponse> {
    const targets = request.targets.filter((target) => this.filterQuery(target)).flatMap(split);
    const tables = targets.filter(({ format }) => format === 'table').map(({ refId }) => refId);
    return super.query({ ...request, targets }).pipe(
      map((response) => {
        const rest = response.data.filter(({ refId }) => !tables.includes(refId));
        const folded = tables.map((id) =>
          foldToTable(
            response.data.filter(({ refId }) => refId === id),
            id
          )
        );
        return { ...response, data: [...rest, ...folded] };
      })
    );
  }
}
