import { accessDenied } from '../access/requireRole';
import type { HostUser } from '../access/HostUser';
import { roleIncludes } from '../access/OrgRole';
import { HttpError } from '../http/HttpError';
import type { HostRequest } from '../http/HostRequest';
import type { DataSource } from '../state/DataSource';
import type { HostContext } from '../state/HostContext';

const NOT_FOUND = new HttpError(404, 'Data source not found');

const allowed = (source: DataSource, user: HostUser, { options }: HostContext): boolean =>
  roleIncludes(user.role, options.restricted[source.uid] ?? 'Viewer');

export const visibleDataSources = (context: HostContext, user: HostUser, orgId: number): DataSource[] =>
  context.store
    .of(orgId)
    .dataSources.filter((source) => allowed(source, user, context))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The data source a path names; refused when there is none, which Grafana tells differently by route, or when it is not for this user. */
export function namedDataSource(context: HostContext, request: HostRequest, missing = NOT_FOUND): DataSource {
  const source = context.store.of(request.orgId).dataSources.find(({ uid }) => uid === request.params.uid);
  if (!source) {
    throw missing;
  }
  if (!allowed(source, request.user, context)) {
    throw accessDenied('datasources:query');
  }
  return source;
}
