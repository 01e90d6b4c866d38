import { type AppPluginMeta, OrgRole } from '@grafana/data';
import { config, hasPermission } from '@grafana/runtime';

const RANK: Readonly<Record<string, number>> = { [OrgRole.Viewer]: 1, [OrgRole.Editor]: 2, [OrgRole.Admin]: 3 };

/** As in Grafana only the exact path of a declared page is checked; everything below it is the plugin's own business. */
export function mayOpen(meta: AppPluginMeta, pathname: string): boolean {
  const include = meta.includes?.find(({ path }) => path === pathname);
  if (!include) {
    return true;
  }
  return include.action
    ? hasPermission(include.action)
    : (RANK[config.bootData.user.orgRole] ?? 0) >= (RANK[include.role ?? ''] ?? 0);
}
