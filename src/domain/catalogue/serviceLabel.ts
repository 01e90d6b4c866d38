import type { ServiceRef } from './ServiceRef';

/** What people call a service where one text must do: `shop/checkout`, or `checkout` where there is nothing to tell apart by. */
export const serviceLabel = ({ name, scope }: Pick<ServiceRef, 'name' | 'scope'>): string => (scope === '' ? name : `${scope}/${name}`);
