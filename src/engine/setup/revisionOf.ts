/**
 * Revision of a stored document that could not be parsed or that somebody else saved: the document itself, as JSON text.
 * The store compares by content, so the order of keys does not matter.
 */
export const revisionOf = (raw: unknown): string => JSON.stringify(raw ?? null);
