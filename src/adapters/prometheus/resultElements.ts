import { MalformedAnswer } from './MalformedAnswer';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;

/**
 * Cuts the `result` array of an answer into its elements, so that a body of many megabytes can be parsed row by row
 * with pauses between, instead of by one JSON.parse that freezes the page. Yields the text of each element; returns the
 * rest of the body with the array emptied (status, warnings, statistics), still JSON text.
 * @throws MalformedAnswer when the text ends too early
 */
export function* resultElements(body: string): Generator<string, string> {
  // A quote inside of a string is escaped, so this text can only be a key; no key of the answer before it holds an array.
  const key = /"result"\s*:\s*\[/.exec(body);
  if (!key) {
    return body;
  }
  const start = key.index + key[0].length;
  let at = start;
  for (;;) {
    at = skipSeparators(body, at);
    const code = body.charCodeAt(at);
    if (code === CLOSE_ARRAY) {
      return body.slice(0, start) + body.slice(at);
    }
    const end = endOfValue(body, at, code);
    yield body.slice(at, end);
    at = end;
  }
}

function skipSeparators(text: string, from: number): number {
  let at = from;
  // Space, tab, line ends and the comma.
  while (at < text.length && (text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0x2c)) {
    at++;
  }
  return at;
}

/** Index after the JSON value that begins at `from`. */
function endOfValue(text: string, from: number, code: number): number {
  if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
    return endOfNested(text, from);
  }
  const end = code === QUOTE ? endOfString(text, from) : text.slice(from).search(/[,\]]/) + from;
  return end > from ? end : truncated(text);
}

function endOfNested(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at) - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_ARRAY) {
      depth++;
    } else if (code === CLOSE_OBJECT || code === CLOSE_ARRAY) {
      depth--;
      if (depth === 0) {
        return at + 1;
      }
    }
  }
  return truncated(text);
}

/** Index after the closing quote of the string that begins at `from`. */
function endOfString(text: string, from: number): number {
  for (let quote = text.indexOf('"', from + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) {
      slashes++;
    }
    if (slashes % 2 === 0) {
      return quote + 1;
    }
  }
  return truncated(text);
}

function truncated(text: string): never {
  throw new MalformedAnswer(`the answer ends in the middle, after ${text.length.toLocaleString('en')} characters`);
}
