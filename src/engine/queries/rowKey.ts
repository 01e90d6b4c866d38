import type { Labels } from '../../domain/base/Labels';

/** Canonical JSON of a row's labels: the same labels in any order give the same key, whatever characters they hold. */
export function rowKey(labels: Labels): string {
  const names = Object.keys(labels).sort();
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, labels[name]])));
}

/** The labels behind a key; null when the text is not one of ours. */
export function labelsOfKey(key: string): Labels | null {
  try {
    const parsed: unknown = JSON.parse(key);
    return isLabels(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

const isLabels = (value: unknown): value is Labels =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((v) => typeof v === 'string');
