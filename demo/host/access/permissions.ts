import type { OrgRole } from './OrgRole';

/** What open-source Grafana 12.3 answers for its basic roles, of the Admin's long list what an app plugin may ask about. */
const GRANTED: Readonly<Record<OrgRole, readonly string[]>> = {
  Viewer: [
    'alert.instances:read',
    'alert.notifications:read',
    'alert.rules:read',
    'alert.silences:read',
    'annotations:read',
    // Viewers hold these for dashboards they may edit, so a check without a scope passes although writing
    // an organization annotation is refused. Plugins have to cope with it, so it stays this way here.
    'annotations:create',
    'annotations:write',
    'annotations:delete',
    'datasources.id:read',
    'datasources:query',
    'datasources:read',
    'folders:read',
    'library.panels:read',
    'orgs:read',
    'plugins.app:access',
    'snapshots:read',
  ],
  Editor: [
    'alert.instances:create',
    'alert.instances:write',
    'alert.notifications:write',
    'alert.provisioning.provenance:write',
    'alert.rules:create',
    'alert.rules:delete',
    'alert.rules:write',
    'alert.silences:create',
    'alert.silences:write',
    'dashboards:create',
    'datasources:explore',
    'folders:create',
    'library.panels:create',
    'library.panels:write',
  ],
  Admin: [
    'alert.provisioning:read',
    'alert.provisioning:write',
    'dashboards:delete',
    'dashboards:read',
    'dashboards:write',
    'datasources:create',
    'datasources:delete',
    'datasources:write',
    'folders:delete',
    'folders:write',
    'org.users:read',
    'org.users:write',
    'orgs:write',
    'plugins:install',
    'plugins:write',
    'settings:read',
    'teams:read',
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
