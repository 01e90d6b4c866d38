// Anything outside printable ASCII is escaped, so that no YAML reader can take it differently.
const UNSAFE = /[^\x20-\x7e]/g;

/** A text as a double-quoted YAML scalar. */
export const yamlScalar = (text: string): string =>
  JSON.stringify(text).replace(UNSAFE, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
