import type { OrgRole } from './OrgRole';

export interface HostUser {
  id: number;
  uid: string;
  login: string;
  name: string;
  role: OrgRole;
  signedIn: boolean;
}

/** Three fixed people whose password is their login. The host listens on loopback only and guards nothing worth guarding. */
export const USERS: readonly HostUser[] = [
  { id: 1, uid: 'stand-in-admin', login: 'admin', name: 'Stand-in Admin', role: 'Admin', signedIn: true },
  { id: 2, uid: 'stand-in-editor', login: 'editor', name: 'Stand-in Editor', role: 'Editor', signedIn: true },
  { id: 3, uid: 'stand-in-viewer', login: 'viewer', name: 'Stand-in Viewer', role: 'Viewer', signedIn: true },
];

export const ANONYMOUS: HostUser = { id: 0, uid: '', login: '', name: 'Anonymous', role: 'Viewer', signedIn: false };

export const userByLogin = (login: string): HostUser | undefined => USERS.find((user) => user.login === login);

export const userByPassword = (login: string, password: string): HostUser | undefined =>
  password === login ? userByLogin(login) : undefined;
