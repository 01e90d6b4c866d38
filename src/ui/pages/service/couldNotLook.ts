import type { ServiceView } from '../../../engine/service/ServiceView';

/** Not found because something could not be read: then nobody knows whether the service is there. */
export const couldNotLook = (view: ServiceView): boolean => view.notices.some((notice) => notice.severity === 'error');
