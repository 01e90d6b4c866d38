/** Id of the app plugin; the one in plugin.json (a test holds them together). */
export const APP_ID = 'headroom-capacity-app';

/** Own action of plugin.json `roles`: `annotations:create` is no use as a gate, since Viewers pass it and are then refused. */
export const RECORDS_WRITE = `${APP_ID}.records:write`;

/** Own actions that guard the routes to the routing endpoint: to read it, to run and stop load tests, to freeze and break glass. */
export const TESTS_READ = `${APP_ID}.tests:read`;
export const TESTS_RUN = `${APP_ID}.tests:run`;
export const TESTS_ADMIN = `${APP_ID}.tests:admin`;
