import { anchoredPattern } from '../../../../domain/catalogue/anchoredPattern';

/** What is wrong with a regular expression as somebody typed it, or null. */
export function regexMistake(text: string): string | null {
  if (text === '') {
    return 'An expression is needed; .* matches everything.';
  }
  return anchoredPattern(text).ok ? null : 'Not a regular expression: is a bracket open, or a backslash at the end?';
}
