/** Height of a usual row of the fleet's table, px. */
export const ROW_HEIGHT = 53;
