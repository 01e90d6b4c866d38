/** Who the audit log names when nobody called. */
export const KEEPER_ACTOR = 'keeper';
