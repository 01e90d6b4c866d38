import { getBackendSrv, isFetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';
import * as z from 'zod/mini';
import { err, ok } from '../../domain/base/Result';
import type { AppProblem, AppStatus } from '../../ports/AppStatus';
import { APP_ID } from './APP_ID';

const answerShape = z.object({ enabled: z.boolean() });

const DISABLED: AppProblem = {
  kind: 'disabled',
  message:
    'The Headroom app is not enabled in this organization, and this data source works through it. An Admin enables it under Administration > Plugins > Headroom.',
};

/** Whether Grafana says that the app is enabled here. */
export class GrafanaAppStatus implements AppStatus {
  async check(): ReturnType<AppStatus['check']> {
    try {
      const response = await lastValueFrom(
        getBackendSrv().fetch<unknown>({ url: `/api/plugins/${APP_ID}/settings`, method: 'GET', showErrorAlert: false })
      );
      const answer = answerShape.safeParse(response.data);
      if (!answer.success) {
        return err({
          kind: 'unreachable',
          message:
            'Grafana answered something else than the state of the Headroom app, often a login page or a proxy. Reload the page.',
        });
      }
      return answer.data.enabled ? ok(null) : err(DISABLED);
    } catch (error) {
      return err(problemOf(isFetchError(error) ? error.status : 0));
    }
  }
}

function problemOf(status: number): AppProblem {
  switch (status) {
    case 404:
      return DISABLED;
    case 401:
    case 403:
      return {
        kind: 'forbidden',
        message: 'You may not use the Headroom app in this organization. An Admin can give you access to it.',
      };
    default:
      return {
        kind: 'unreachable',
        message: `Grafana did not say whether the Headroom app is enabled (${status || 'no answer'}). Refresh to ask again.`,
      };
  }
}
