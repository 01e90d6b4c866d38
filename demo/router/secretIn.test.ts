/** @jest-environment node */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { secretIn } from './secretIn';

describe('secret of the demo', () => {
  it('is long, kept, for its owner alone, and another in another file', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'headroom-secret-'));
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    const secret = secretIn(one);
    expect(secret).toMatch(/^[0-9a-f]{48}$/);
    expect(secretIn(one)).toBe(secret);
    expect(secretIn(two)).not.toBe(secret);
    expect(secretIn(two, 'given from outside')).toBe('given from outside');
    expect(secretIn(two)).toBe('given from outside');
    expect(statSync(one).mode & 0o077).toBe(0);
    rmSync(folder, { recursive: true });
  });
});
