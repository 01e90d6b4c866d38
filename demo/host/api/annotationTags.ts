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

/** The tags as they are stored, or a refusal where Grafana's columns would not hold them. */
export function storedTags(tags: readonly string[]): string[] {
  const pairs = parseTags(tags);
  if (pairs.some(({ key, value }) => key.length > MAX_PART || value.length > MAX_PART)) {
    throw new HttpError(500, 'Failed to save annotation');
  }
  const stored = pairs.map(joinTag);
  if (JSON.stringify(stored).length > MAX_ALL) {
    throw new HttpError(400, `tags length exceeds the maximum of ${MAX_ALL} characters`);
  }
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
