import { err, ok, type Result } from '../base/Result';

const FLAGS = /^\(\?([is]+)\)/;
// What RE2 refuses by design: such a pattern would work here and fail in Prometheus.
const NOT_RE2 = /\(\?(?:=|!|<=|<!)|\\[1-9]/;

/**
 * A pattern as Prometheus reads it (RE2, anchored at both ends), as a JavaScript one. Flags may lead: `(?i)checkout.*`.
 * `.` matches a newline, as in Prometheus 3.
 * @returns an error in words when it cannot be read
 */
export function anchoredPattern(text: string): Result<RegExp, string> {
  const flags = FLAGS.exec(text)?.[1] ?? '';
  if (NOT_RE2.test(text)) {
    return err('look-around and back-references are not part of RE2');
  }
  try {
    return ok(new RegExp(`^(?:${text.replace(FLAGS, '')})$`, flags.includes('i') ? 'is' : 's'));
  } catch (error) {
    return err(error instanceof Error ? error.message : String(error));
  }
}
