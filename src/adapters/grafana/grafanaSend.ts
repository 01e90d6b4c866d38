import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

/** Its presence keeps rules editable in Grafana's own pages. */
const EDITABLE = { 'X-Disable-Provenance': 'true' };

/** One call of Grafana's API for rules and folders, without toasts. Rejects with a FetchError. */
export async function grafanaSend(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, data?: unknown): Promise<unknown> {
  const headers = method === 'GET' ? undefined : EDITABLE;
  const request = getBackendSrv().fetch<unknown>({ url, method, data, headers, showErrorAlert: false, showSuccessAlert: false });
  return (await lastValueFrom(request)).data;
}
