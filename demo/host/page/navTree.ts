import type { HostUser } from '../access/HostUser';
import { permissionsOf } from '../access/permissions';
import { roleIncludes } from '../access/OrgRole';
import type { HostContext } from '../state/HostContext';
import type { PluginInclude } from '../state/PluginManifest';

export interface NavItem {
  id: string;
  text: string;
  url: string;
  icon?: string;
  img?: string;
  pluginId?: string;
  isSection?: boolean;
  children?: NavItem[];
}

/** The app and those of its pages that ask to be in the navigation and are open to this user. */
export function navTree({ catalogue, options }: HostContext, user: HostUser): NavItem[] {
  const app = catalogue.app?.manifest;
  if (!app) {
    return [];
  }
  const held = permissionsOf(user.role, catalogue.ownGrants);
  const isOpen = ({ action, role }: PluginInclude): boolean =>
    action ? held[action] === true : roleIncludes(user.role, role ?? 'Viewer');
  const pages = (app.includes ?? []).filter(
    (include) => include.type === 'page' && include.addToNav && isOpen(include)
  );
  const home = pages.find((page) => page.defaultNav) ?? pages[0];
  return [
    {
      id: `plugin-page-${app.id}`,
      text: app.name,
      url: `${options.subPath}${home?.path ?? `/a/${app.id}`}`,
      img: `${options.subPath}/public/plugins/${app.id}/${app.info.logos?.small ?? ''}`,
      pluginId: app.id,
      isSection: true,
      children: pages
        .filter((page) => page !== home)
        .map((page) => ({
          id: `standalone-plugin-page-${page.path ?? ''}`,
          text: page.name,
          url: `${options.subPath}${page.path ?? ''}`,
          pluginId: app.id,
        })),
    },
  ];
}
