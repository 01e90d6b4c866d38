import {
  CustomVariableSupport,
  FieldType,
  LoadingState,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
} from '@grafana/data';
import { filter, map, take, type Observable } from 'rxjs';
import { TIERS } from '../domain/catalogue/Tier';
import type { FleetRow } from '../domain/capacity/FleetRow';
import { namesRequest } from '../engine/datasource/namesRequest';
import { ownerNames, serviceNames } from './choicesOf';
import { variableEditor } from './editor/variableEditor';
import type { HeadroomDataSource } from './HeadroomDataSource';
import type { HeadroomOptions } from './HeadroomOptions';
import type { HeadroomQuery } from './HeadroomQuery';
import { readQuery } from './readQuery';
import type { VariableList, VariableQuery } from './VariableQuery';

/** Services, tiers and owners as values of a dashboard variable. */
export class VariableSupport extends CustomVariableSupport<
  DataSourceApi<HeadroomQuery, HeadroomOptions>,
  VariableQuery
> {
  readonly editor: ReturnType<typeof variableEditor>;

  constructor(private readonly dataSource: Pick<HeadroomDataSource, 'choices' | 'expand' | 'feed' | 'now'>) {
    super();
    this.editor = variableEditor(dataSource);
  }

  override getDefaultQuery(): Partial<HeadroomQuery> & Partial<VariableQuery> {
    return { list: 'services' };
  }

  override query(request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    const [query] = request.targets;
    const read = readQuery({ refId: 'A', queryType: 'fleet', tiers: query?.tiers, owners: query?.owners }, (text) =>
      this.dataSource.expand(text, request.scopedVars)
    );
    if (!read.ok) {
      throw new Error(read.error);
    }
    return this.dataSource.feed.watch(namesRequest(read.value.selection, this.dataSource.now())).pipe(
      // A list of a few services, growing while somebody looks, would choose the wrong ones.
      filter((answer) => 'refused' in answer || answer.done),
      take(1),
      map((answer) => {
        if ('refused' in answer) {
          throw new Error(answer.refused);
        }
        return listed(valuesOf(query?.list ?? 'services', answer.rows));
      })
    );
  }
}

function valuesOf(list: VariableList, rows: readonly FleetRow[]): readonly string[] {
  switch (list) {
    case 'services':
      return serviceNames(rows);
    case 'tiers':
      return TIERS.filter((tier) => rows.some(({ facts }) => facts.tier === tier));
    case 'owners':
      return ownerNames(rows);
  }
}

function listed(values: readonly string[]): DataQueryResponse {
  const field = (name: string) => ({ name, type: FieldType.string, values: [...values], config: {} });
  return { state: LoadingState.Done, data: [{ length: values.length, fields: [field('text'), field('value')] }] };
}
