/** Id of the app plugin; the one in plugin.json (a test holds them together). */
export const APP_ID = 'headroom-capacity-app';

/** Own action of plugin.json `roles`: `annotations:create` is no use as a gate, since Viewers pass it and are then refused. */
export const RECORDS_WRITE = `${APP_ID}.records:write`;
