/** An owner as people read it. @param owner null or empty = nobody */
export const ownerName = (owner: string | null): string => owner || 'No owner';
