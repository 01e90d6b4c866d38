import type { OrgRole } from './OrgRole';

/** What open-source Grafana 12.3 grants to basic roles, cut down to what an app plugin asks about. */
const GRANTED: Readonly<Record<OrgRole, readonly string[]>> = {
  Viewer: [
    'annotations:read',
    // Viewers hold these for dashboards they may edit, so a check without a scope passes although writing
    // an organization annotation is refused. Plugins have to cope with it, so it stays this way here.
    'annotations:create',
    'annotations:write',
    'annotations:delete',
    'alert.rules:read',
    'alert.instances:read',
    'dashboards:read',
    'datasources:read',
    'datasources:query',
    'datasources.id:read',
    'folders:read',
    'orgs:read',
    'plugins.app:access',
  ],
  Editor: [
    'alert.provisioning.provenance:write',
    'alert.rules:create',
    'alert.rules:delete',
    'alert.rules:write',
    'dashboards:create',
    'dashboards:write',
    'datasources:explore',
    'folders:create',
    'folders:write',
  ],
  Admin: [
    'datasources:create',
    'datasources:delete',
    'datasources:write',
    'org.users:read',
    'org.users:write',
    'orgs:write',
    'plugins:write',
    'users:read',
  ],
};

/** Actions of the plugin's own `roles` blocks, already opened up to the roles they are granted to. */
export type OwnGrants = ReadonlyArray<{ action: string; roles: readonly OrgRole[] }>;

const BELOW: Readonly<Record<OrgRole, readonly OrgRole[]>> = {
  Viewer: ['Viewer'],
  Editor: ['Viewer', 'Editor'],
  Admin: ['Viewer', 'Editor', 'Admin'],
};

export function permissionsOf(role: OrgRole, own: OwnGrants): Record<string, boolean> {
  const held = BELOW[role];
  const core = held.flatMap((each) => GRANTED[each]);
  const granted = own.filter((grant) => grant.roles.some((each) => held.includes(each))).map((grant) => grant.action);
  return Object.fromEntries([...core, ...granted].map((action) => [action, true]));
}
