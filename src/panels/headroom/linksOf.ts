import { locationUtil, type LinkModel } from '@grafana/data';
import type { HeadroomBar } from './HeadroomBar';

export interface BarLink {
  readonly title: string;
  readonly href: string;
  readonly target: '_blank' | '_self';
}

/** Where a bar leads: the data links of the panel, else the service page; empty when there is neither. */
export function linksOf({ frame, row, path, service }: HeadroomBar): readonly BarLink[] {
  const configured = frame.fields
    .filter((field) => (field.config.links ?? []).length > 0)
    .flatMap((field): LinkModel[] => field.getLinks?.({ valueRowIndex: row }) ?? [])
    .map(({ title, href, target }): BarLink => ({ title, href, target: target === '_blank' ? '_blank' : '_self' }));
  const distinct = configured.filter((link, i) => configured.findIndex((other) => other.href === link.href) === i);
  if (distinct.length > 0) {
    return distinct;
  }
  return path === null ? [] : [{ title: `Open ${service} in Headroom`, href: locationUtil.assureBaseUrl(path), target: '_self' }];
}
