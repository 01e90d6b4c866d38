export type OrgRole = 'Viewer' | 'Editor' | 'Admin';

const RANK: Readonly<Record<OrgRole, number>> = { Viewer: 0, Editor: 1, Admin: 2 };

/** Roles include those below them, as in Grafana. */
export const roleIncludes = (held: OrgRole, needed: OrgRole): boolean => RANK[held] >= RANK[needed];

export const isOrgRole = (value: unknown): value is OrgRole => typeof value === 'string' && value in RANK;
