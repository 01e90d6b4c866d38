import { HttpError } from '../http/HttpError';

interface TagPair {
  key: string;
  value: string;
}

const MAX_PART = 100;
const MAX_ALL = 500;

/** `key:value`. Parts after a second colon are lost, as Grafana loses them; empty keys and repeats are dropped. */
export function parseTags(tags: readonly string[]): TagPair[] {
  const pairs = tags.map((tag) => {
    const [key = '', value = ''] = tag.split(':');
    return { key: key.trim(), value: value.trim() };
  });
  return pairs.filter(
    (pair, index) =>
      pair.key !== '' && pairs.findIndex((other) => other.key === pair.key && other.value === pair.value) === index
  );
}

const joinTag = ({ key, value }: TagPair): string => (value === '' ? key : `${key}:${value}`);

/**
 * 100 characters a part is the width of Grafana's columns: SQLite lets more through, MySQL and PostgreSQL refuse it, so
 * this host refuses it. 500 for all tags written as a JSON list is a limit of its own.
 */
export function refuseLongTags(tags: readonly string[]): void {
  if (parseTags(tags).some(({ key, value }) => key.length > MAX_PART || value.length > MAX_PART)) {
    throw new HttpError(500, 'Failed to save annotation');
  }
  const length = tags.reduce((sum, tag) => sum + Buffer.byteLength(tag) + 3, 1 + (tags.length === 0 ? 1 : 0));
  if (length > MAX_ALL) {
    throw new HttpError(400, 'Tags length exceeds the maximum allowed.', {
      statusCode: 400,
      messageId: 'annotations.tag-limit-exceeded',
    });
  }
}

/** The tags of a new annotation as they are stored. */
export function storedTags(tags: readonly string[]): string[] {
  const stored = parseTags(tags).map(joinTag);
  refuseLongTags(stored);
  return stored;
}

/**
 * A key without a value matches any value of that key. Grafana counts matching tags and compares with how many were
 * asked for, so two tags of one key are missed by a question that names only the key.
 */
export function tagsMatch(stored: readonly string[], asked: readonly string[], matchAny: boolean): boolean {
  const wanted = parseTags(asked);
  if (wanted.length === 0) {
    return true;
  }
  const hits = parseTags(stored).filter((tag) =>
    wanted.some((want) => want.key === tag.key && (want.value === '' || want.value === tag.value))
  );
  return matchAny ? hits.length > 0 : hits.length === wanted.length;
}
