import { DAY } from '../base/Duration';
import { comparableRun } from './comparableRun';
import { facts, NOW } from './run.fixture';

const today = { version: 'v1', spec: 'm5', now: NOW };

describe('whether latency of a run may be held against today', () => {
  it.each<[string, Parameters<typeof comparableRun>[0]['facts'], number, boolean]>([
    ['the same version and spec', facts(), NOW - DAY, true],
    ['another version', facts({ version: 'v2' }), NOW - DAY, false],
    ['another spec', facts({ spec: 'm6' }), NOW - DAY, false],
    ['a version nobody tells', facts({ version: null }), NOW - DAY, true],
    ['91 days ago', facts(), NOW - 91 * DAY, false],
    ['a run of the future', facts(), NOW + 1, false],
    ['a run that never began', null, NOW - DAY, false],
  ])('%s', (_name, then, at, expected) => expect(comparableRun({ facts: then }, at, today)).toBe(expected));

  it('holds nothing against a service that tells neither', () => expect(comparableRun({ facts: facts() }, NOW, { version: null, spec: null, now: NOW })).toBe(true));
});
