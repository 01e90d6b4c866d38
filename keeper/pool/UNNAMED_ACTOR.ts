/** Who the audit log names when a caller had the token and nobody said who it was. */
export const UNNAMED_ACTOR = 'holder of the token';
