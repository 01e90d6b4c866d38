/** Name for a person out of a service key, or null when the text is no service key. The key stays opaque otherwise. */
export function serviceKeyName(key: string): string | null {
  try {
    const parts: unknown = JSON.parse(key);
    const isKey = Array.isArray(parts) && parts.length >= 3 && parts.every((part) => typeof part === 'string');
    return isKey ? String(parts.at(-1)) || '(no name)' : null;
  } catch {
    return null;
  }
}
