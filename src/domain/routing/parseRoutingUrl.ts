import { err, ok, type Result } from '../base/Result';

const LONGEST = 500;

/**
 * Address of a routing endpoint as a person types it: http or https, a host, perhaps a path. Grafana's proxy drops a query
 * string, and what is in settings can be read by every Viewer, so neither query nor credentials belong here.
 * @returns the address without spaces around it or a slash at its end; an error names what is wrong
 */
export function parseRoutingUrl(text: string): Result<string, string> {
  const url = text.trim().replace(/\/+$/, '');
  if (url.length > LONGEST) {
    return err(`The address has ${url.length} characters; ${LONGEST} are the most.`);
  }
  if (!/^https?:\/\/[^\s/?#]+/.test(url)) {
    return err(`"${text}" is not an address: it must begin with http:// or https:// and name a host, such as http://keeper:7070.`);
  }
  if (/[\s?#]|\{\{|\}\}/.test(url)) {
    return err(`"${text}" must have no query, no fragment, no spaces and no template.`);
  }
  if (/^https?:\/\/[^/]*@/.test(url)) {
    return err('The address must not hold a user or password: every Viewer can read it. Use the token.');
  }
  return url.split('/').includes('..') ? err(`"${text}" must not climb with "..".`) : ok(url);
}
