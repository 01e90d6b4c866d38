import { locationUtil, type NavModelItem } from '@grafana/data';
import { bootData } from '../services/bootData';

/** The app's section and its pages, as the server put them into the boot data. */
export const sections: readonly NavModelItem[] = bootData.navTree;

const pathOf = ({ url = '' }: NavModelItem): string => locationUtil.stripBaseFromUrl(url);

const covers = (item: NavModelItem, pathname: string): boolean =>
  pathname === pathOf(item) || pathname.startsWith(`${pathOf(item)}/`);

export interface Place {
  section: NavModelItem | undefined;
  page: NavModelItem | undefined;
}

const itemsOf = (section: NavModelItem): NavModelItem[] => [section, ...(section.children ?? [])];

const belongsTo = (section: NavModelItem, pathname: string): boolean =>
  covers({ text: '', url: `/a/${section.pluginId}` }, pathname) ||
  itemsOf(section).some((item) => covers(item, pathname));

/** Where in the navigation a path belongs: the longest page path that covers it. */
export function placeOf(pathname: string): Place {
  const section = sections.find((each) => belongsTo(each, pathname));
  const pages = section ? itemsOf(section).filter((item) => covers(item, pathname)) : [];
  const page = pages.sort((a, b) => pathOf(b).length - pathOf(a).length)[0];
  return { section, page };
}
