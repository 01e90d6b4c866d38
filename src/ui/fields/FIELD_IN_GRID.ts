/** Marks what is a label above one input, so that a `FieldGrid` can line both up with those beside it. */
export const FIELD_IN_GRID = 'headroom-field-in-grid';
