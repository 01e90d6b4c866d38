import { writeList } from '../domain/base/writeList';
import type { HeadroomQuery } from './HeadroomQuery';
import { queryHandlers } from './handlers/queryHandlers';

/** One line for a collapsed query row: `Headroom: P0, shop/cart`. */
export function describeQuery({ queryType, services = [], tiers = [], owners = [], peak }: HeadroomQuery): string {
  const title = queryHandlers[queryType]?.title ?? queryType;
  const what = queryType === 'peaks' ? `${title} (${peak ?? 'ath'})` : title;
  const named = [...tiers, ...services, ...owners];
  const shown = named.length > 4 ? [...named.slice(0, 3), `${named.length - 3} more`] : named;
  return shown.length === 0 ? `${what}: all services` : `${what}: ${writeList(shown)}`;
}
