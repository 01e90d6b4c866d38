import type { Profile } from '../../../../domain/catalogue/Profile';

const LONGEST = 56;

/** An id made of what was asked for that no custom profile has: small letters, digits and dashes. */
export function nextProfileId(wish: string, profiles: readonly Profile[]): string {
  const base = (
    wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'custom'
  ).slice(0, LONGEST);
  const taken = new Set(profiles.map(({ id }) => id));
  let id = base;
  for (let number = 2; taken.has(id); number++) {
    id = `${base}-${number}`;
  }
  return id;
}
