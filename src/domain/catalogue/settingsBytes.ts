import { serializeSettings } from './serializeSettings';
import type { Settings } from './Settings';

/** Size of the stored document in UTF-8 bytes. */
export function settingsBytes(settings: Settings): number {
  let bytes = 0;
  for (const char of serializeSettings(settings)) {
    bytes += utf8Length(char.codePointAt(0) ?? 0);
  }
  return bytes;
}

function utf8Length(codePoint: number): number {
  if (codePoint < 0x80) {
    return 1;
  }
  if (codePoint < 0x800) {
    return 2;
  }
  return codePoint < 0x10000 ? 3 : 4;
}
