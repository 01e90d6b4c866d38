/** `value` as an RE2 pattern that matches it and nothing else. */
export const escapeRegex = (value: string): string => value.replace(/[\\.+*?()|[\]{}^$]/g, '\\$&');

/** RE2 pattern that matches no text at all: nothing follows the end of a text. */
export const MATCH_NOTHING = '$.^';

/** RE2 pattern that matches exactly the values given; an empty list matches nothing. */
export const anyOf = (values: readonly string[]): string =>
  values.length === 0 ? MATCH_NOTHING : values.map(escapeRegex).join('|');
