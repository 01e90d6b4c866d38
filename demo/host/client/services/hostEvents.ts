import { EventBusSrv } from '@grafana/data';

/** The app's event bus with the old emitter's calls, which alerts still travel by and `getAppEvents()` does not show. */
export const hostEvents = new EventBusSrv();
