const NAMED: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

// Backslash, quote and control characters; everything else, unicode included, stands as it is.
const SPECIAL = /[\\"\u0000-\u001f\u007f]/g;

const hex = (char: string): string => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

/** A PromQL string literal in double quotes that reads back as exactly `value`. */
export const quoteString = (value: string): string =>
  `"${value.replace(SPECIAL, (char) => NAMED.get(char) ?? hex(char))}"`;
