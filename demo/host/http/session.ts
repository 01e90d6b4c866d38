import type { IncomingHttpHeaders } from 'node:http';
import { ANONYMOUS, type HostUser, userByLogin } from '../access/HostUser';
import { accessDenied } from '../access/requireRole';
import type { SignedOutAs } from '../HostOptions';

const SESSION = 'grafana_session';
const ORG = 'stand_in_org';

/** Organizations that exist. The second is there to show that nothing leaks between two of them. */
export const ORG_IDS: readonly number[] = [1, 2];

function cookieOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** The cookie names the user outright: no secret to keep, and it survives a restart of the host. */
export const sessionCookie = (login: string): string => `${SESSION}=stand-in-${login}; Path=/; HttpOnly; SameSite=Lax`;

export const orgCookie = (orgId: number): string => `${ORG}=${orgId}; Path=/; HttpOnly; SameSite=Lax`;

/** Undefined: nobody, to be sent to the login form. */
export function userOf(headers: IncomingHttpHeaders, signedOut: SignedOutAs): HostUser | undefined {
  const login = cookieOf(headers, SESSION)?.replace(/^stand-in-/, '');
  if (login === 'anonymous') {
    return ANONYMOUS;
  }
  const named = login === undefined ? undefined : userByLogin(login);
  if (named) {
    return named;
  }
  const fallback = { admin: userByLogin('admin'), anonymous: ANONYMOUS, nobody: undefined };
  return fallback[signedOut];
}

/** The header wins and must name an organization that exists; the others are only preferences. */
export function orgOf(headers: IncomingHttpHeaders, query: URLSearchParams): number {
  const header = headers['x-grafana-org-id'];
  if (header !== undefined && !ORG_IDS.includes(Number(header))) {
    throw accessDenied('orgs:read');
  }
  const asked = [header, query.get('orgId'), cookieOf(headers, ORG)].map(Number);
  return asked.find((id) => ORG_IDS.includes(id)) ?? 1;
}
