import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** The secret kept in a file that only its owner reads; made when it is not there. @param given from outside, replaces it */
export function secretIn(file: string, given = ''): string {
  if (given !== '' || !existsSync(file)) {
    writeFileSync(file, `${given || randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}
