import { config, hasPermission } from '@grafana/runtime';
import type { Identity } from '../../ports/Identity';
import { RECORDS_WRITE, TESTS_ADMIN, TESTS_RUN } from './APP_ID';

/** The signed-in user as Grafana's boot data tells it; anonymous visitors have an empty login. */
export function grafanaIdentity(): Identity {
  const user = config.bootData.user;
  const login = user.login || 'anonymous';
  return {
    login,
    orgId: user.orgId,
    storeScope: JSON.stringify([config.appSubUrl, user.orgId, user.uid || login]),
    maySaveSettings: hasPermission('plugins:write'),
    mayDeclareBenchmarks: hasPermission(RECORDS_WRITE),
    mayExplore: hasPermission('datasources:explore'),
    mayRunTests: hasPermission(TESTS_RUN),
    mayAdminTests: hasPermission(TESTS_ADMIN),
  };
}
