/** The grouping values inside a service key, for a service that does not answer now; the key itself when it is not one. */
export function serviceKeyWords(key: string): string {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.length > 2 ? parts.slice(2).map(String).join('/') : key;
  } catch {
    return key;
  }
}
