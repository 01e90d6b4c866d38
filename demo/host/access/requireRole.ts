import { HttpError } from '../http/HttpError';
import type { HostUser } from './HostUser';
import { type OrgRole, roleIncludes } from './OrgRole';

export const accessDenied = (permission: string): HttpError =>
  new HttpError(403, `You'll need additional permissions to perform this action. Permissions needed: ${permission}`, {
    accessErrorId: 'stand-in',
    title: 'Access denied',
  });

/** Refuses with Grafana's words, naming the permission that role would bring. */
export function requireRole(user: HostUser, role: OrgRole, permission: string): void {
  if (!roleIncludes(user.role, role)) {
    throw accessDenied(permission);
  }
}
