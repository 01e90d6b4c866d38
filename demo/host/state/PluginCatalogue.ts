import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isOrgRole, type OrgRole } from '../access/OrgRole';
import type { OwnGrants } from '../access/permissions';
import type { PluginManifest } from './PluginManifest';

export interface InstalledPlugin {
  manifest: PluginManifest;
  dir: string;
}

function manifestFiles(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(dir, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' ? [] : manifestFiles(full);
    }
    return entry.name === 'plugin.json' ? [full] : [];
  });
}

/** Finds the app and what is nested in it the way Grafana does: every folder that holds a plugin.json. */
export class PluginCatalogue {
  readonly plugins: readonly InstalledPlugin[];

  constructor(distDir: string) {
    const files = existsSync(distDir) ? manifestFiles(distDir) : [];
    this.plugins = files.map((file) => ({ manifest: JSON.parse(readFileSync(file, 'utf8')), dir: path.dirname(file) }));
    if (!this.app) {
      throw new Error(`no app plugin in ${distDir}: build it first`);
    }
  }

  get app(): InstalledPlugin | undefined {
    return this.plugins.find((plugin) => plugin.manifest.type === 'app');
  }

  find(id: string): InstalledPlugin | undefined {
    return this.plugins.find((plugin) => plugin.manifest.id === id);
  }

  ofType(type: PluginManifest['type']): InstalledPlugin[] {
    return this.plugins.filter((plugin) => plugin.manifest.type === type);
  }

  /** The app's own actions and whom its `roles` block grants them to. */
  get ownGrants(): OwnGrants {
    const registrations = this.app?.manifest.roles ?? [];
    return registrations.flatMap(({ role, grants = [] }) => {
      const roles = grants.map((grant) => (grant === 'Grafana Admin' ? 'Admin' : grant)).filter(isOrgRole) as OrgRole[];
      return (role.permissions ?? []).map(({ action }) => ({ action, roles }));
    });
  }
}
