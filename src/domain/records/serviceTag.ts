/**
 * Tag that finds the records of one service. Grafana cuts tags at `:` and at 100 characters, and service names may
 * hold anything, so the tag carries a hash (FNV-1a, 2 x 32 bit); the full key is in the record and decides.
 */
export function serviceTag(key: string): string {
  return `service:${fnv1a(key, 0x811c9dc5)}${fnv1a(key, 0x01000193)}`;
}

function fnv1a(text: string, seed: number): string {
  let hash = seed;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
