import path from 'node:path';
import { fileReply } from '../http/fileReply';
import { type HostReply, message } from '../http/HostReply';
import type { Router } from '../http/Router';
import type { HostContext } from '../state/HostContext';
import { BLANK_ICON, DRAWINGS, ICONS } from './drawings';

const picture = (markup: string): HostReply => ({
  status: 200,
  headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=3600' },
  body: markup,
});

/** The browser bundle, the built plugins by id, and the icons that come with the @grafana/ui package. */
export function addAssetRoutes(router: Router, { catalogue, assets }: HostContext): void {
  const iconDir = path.join(assets.packagesDir, '@grafana/ui/dist/public/img/icons');
  const missing = new Set<string>();
  const icon = async (name: string): Promise<HostReply> => {
    const found = await fileReply(iconDir, name, 3600);
    if (found.status === 200) {
      return found;
    }
    const own = ICONS[name];
    if (own) {
      return picture(own);
    }
    if (!missing.has(name)) {
      missing.add(name);
      console.warn(`stand-in host: the @grafana/ui package has no icon ${name}, drawn blank`);
    }
    return picture(BLANK_ICON);
  };

  router.on('GET', '/public/build/img/icons/*', ({ rest }) => icon(rest));
  router.on('GET', '/public/img/icons/*', ({ rest }) => icon(rest));
  router.on('GET', '/public/build/*', ({ rest }) => fileReply(assets.dir, rest, 31536000));
  router.on('GET', '/public/stand-in/*', ({ rest }) => {
    const drawing = DRAWINGS[rest];
    return drawing ? picture(drawing) : message('Not found', 404);
  });
  router.on('GET', '/public/plugins/:id/*', ({ params, rest }) => {
    const plugin = catalogue.find(params.id ?? '');
    // Grafana serves each nested plugin from its own folder only; a chunk asked for under the wrong id is missing there as well.
    return plugin ? fileReply(plugin.dir, rest) : message('Plugin not found', 404);
  });
}
