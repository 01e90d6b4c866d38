import { DATA_SOURCE_ID } from './DATA_SOURCE_ID';

const APP_ID = 'headroom-capacity-app';

/**
 * Folder of the app's files, out of the folder this nested plugin was loaded from: Grafana serves it under its own id,
 * a CDN as a folder of the app.
 */
export function appAssets(own: string): string {
  return own.endsWith(`/${DATA_SOURCE_ID}/`)
    ? own.replace(new RegExp(`${DATA_SOURCE_ID}/$`), `${APP_ID}/`)
    : own.replace(/\/datasource\/$/, '/');
}
