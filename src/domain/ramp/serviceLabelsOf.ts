/** Values of the grouping labels that a ServiceRef.key holds, widest first; any other text stands for itself. */
export function serviceLabelsOf(key: string): readonly string[] {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) && parts.length >= 3 ? parts.slice(2).map(String) : [key];
  } catch {
    return [key];
  }
}
