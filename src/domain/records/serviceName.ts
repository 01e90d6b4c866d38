/** Name of a service for a line that people read, out of its key: `shop/checkout`. Any other text is left as it is. */
export function serviceName(key: string): string {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.length >= 3 ? parts.slice(2).map(String).join('/') : key;
  } catch {
    return key;
  }
}
