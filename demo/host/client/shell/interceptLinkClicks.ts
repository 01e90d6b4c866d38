import { locationUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';

const leavesPage = (event: MouseEvent, link: HTMLAnchorElement): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.ctrlKey ||
  event.metaKey ||
  event.shiftKey ||
  link.target !== '' ||
  link.hasAttribute('download') ||
  link.origin !== window.location.origin;

/** Plain links inside the app change the address without loading the page again, as in Grafana. */
export function interceptLinkClicks(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const href = link?.getAttribute('href');
    const own =
      href && !href.startsWith('#') && !/^\/?(public|api|login|logout)\b/.test(locationUtil.stripBaseFromUrl(href));
    if (!link || !own || leavesPage(event, link)) {
      return;
    }
    event.preventDefault();
    locationService.push(locationUtil.stripBaseFromUrl(href));
  });
}
