import { getBackendSrv, hasPermission, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok, type Result } from '../../domain/base/Result';
import type { DataSourceInstaller, InstalledDataSource, InstallProblem } from '../../ports/DataSourceInstaller';
import { DATA_SOURCE_ID, DATA_SOURCE_UID } from './DATA_SOURCE_ID';

const foundShape = z.object({ uid: z.string(), name: z.string() });
const createdShape = z.object({ datasource: foundShape });

/** Through Grafana's data source API. Creating twice finds the one that is there. */
export class GrafanaDataSourceInstaller implements DataSourceInstaller {
  get mayInstall(): boolean {
    return hasPermission('datasources:create');
  }

  async find(): Promise<Result<InstalledDataSource | null, InstallProblem>> {
    try {
      const response = await lastValueFrom(
        getBackendSrv().fetch<unknown>({
          url: `/api/datasources/uid/${DATA_SOURCE_UID}`,
          method: 'GET',
          showErrorAlert: false,
        })
      );
      return ok(z.parse(foundShape, response.data));
    } catch (error) {
      return statusOf(error) === 404 ? ok(null) : err(problemOf(error));
    }
  }

  async install(): Promise<Result<InstalledDataSource, InstallProblem>> {
    const before = await this.find();
    if (before.ok && before.value) {
      return ok(before.value);
    }
    try {
      const response = await lastValueFrom(
        getBackendSrv().fetch<unknown>({
          url: '/api/datasources',
          method: 'POST',
          data: { uid: DATA_SOURCE_UID, name: 'Headroom', type: DATA_SOURCE_ID, access: 'proxy', jsonData: {} },
          showErrorAlert: false,
          showSuccessAlert: false,
        })
      );
      return ok(z.parse(createdShape, response.data).datasource);
    } catch (error) {
      return err(problemOf(error));
    }
  }
}

const statusOf = (error: unknown): number => (isFetchError(error) ? error.status : 0);

function problemOf(error: unknown): InstallProblem {
  switch (statusOf(error)) {
    case 401:
    case 403:
      return { kind: 'forbidden', message: 'Only an Admin of this organization may create data sources.' };
    case 409:
      return {
        kind: 'name-taken',
        message:
          'Another data source is called Headroom already. Rename it under Connections > Data sources, or create this one there under another name.',
      };
    default:
      return {
        kind: 'unreachable',
        message: `Grafana could not be asked about the Headroom data source (${statusOf(error) || 'no usable answer'}). Try again.`,
      };
  }
}
