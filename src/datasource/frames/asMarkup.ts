import type { ServiceEvent } from './eventsFrame';

/** Grafana draws the words of an annotation as HTML: names of services are data, not markup. A table shows them as they are. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c);

/** An event as an annotation shows it. @param link address within Grafana, with its words; null = none */
export function asMarkup<E extends ServiceEvent>(event: E, link: { readonly href: string; readonly words: string } | null = null): E {
  const anchor = link === null ? '' : `<br /><a href="${escaped(link.href)}">${escaped(link.words)}</a>`;
  return { ...event, title: escaped(event.title), detail: `${escaped(event.detail)}${anchor}` };
}
