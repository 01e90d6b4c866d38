/**
 * One record as the text of an annotation: a line for people, then the record as JSON in an HTML comment.
 * Grafana renders annotation text as HTML in tooltips, so nothing of the JSON may close the comment or become markup:
 * `<`, `>` and `-` inside its strings are written as \u escapes, which JSON.parse undoes.
 */
const OPEN = '<!--headroom ';
const CLOSE = '-->';
const MAX_BYTES = 8 * 1024;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const unicodeEscape = (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** @throws RangeError when the text would pass 8 KiB */
export function encodeRecord(line: string, record: unknown): string {
  const human = line.replace(/\s+/g, ' ').replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);
  const json = JSON.stringify(record).replace(/"(?:[^"\\]|\\.)*"/g, (text) => text.replace(/[<>-]/g, unicodeEscape));
  const text = `${human}\n${OPEN}${json}${CLOSE}`;
  const bytes = new TextEncoder().encode(text).length;
  if (bytes > MAX_BYTES) {
    throw new RangeError(`the record is ${bytes} bytes long, ${MAX_BYTES} is the most: shorten its note`);
  }
  return text;
}

/** The JSON value of a record text; undefined when there is none or it is damaged. */
export function decodeRecord(text: string): unknown {
  const start = text.indexOf(OPEN);
  const end = text.indexOf(CLOSE, start);
  if (start < 0 || end < 0) {
    return undefined;
  }
  try {
    return JSON.parse(text.slice(start + OPEN.length, end));
  } catch {
    return undefined;
  }
}
