import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { STORED_WHERE } from './STORED_WHERE';

const SRC = path.resolve(__dirname, '../../../..');

const sources = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(path.join(SRC, file), 'utf8'));

/** Every way a plugin has to keep something, and what the table calls it. */
const WAYS: ReadonlyArray<readonly [where: string, code: RegExp]> = [
  ['Settings of the app in Grafana', /\bjsonData:/],
  ['Secure settings of the app in Grafana', /\bsecureJsonData:/],
  ['Organization annotations in Grafana', /\/api\/annotations/],
  ['Grafana’s alerting, folder Headroom', /\/api\/v1\/provisioning\/alert-rules/],
  ['The keeper beside the router', /v1\/override/],
  ['This browser (IndexedDB)', /\bopenDB\b/],
  ['This browser (local storage)', /\blocalStorage\b/],
  ['User storage in Grafana', /\b(usePluginUserStorage|PluginUserStorage)\b|user-storage/],
  ['This tab (session storage)', /\bsessionStorage\b/],
  ['Cookies', /\bdocument\.cookie\b/],
];

describe('the table of what is kept where', () => {
  it.each(WAYS)('names "%s" exactly when the code uses it', (where, code) => {
    expect(STORED_WHERE.some((row) => row.where === where)).toBe(sources.some((text) => code.test(text)));
  });

  it('names no other place, and nothing twice', () => {
    const places = STORED_WHERE.map(({ where }) => where);
    expect(places.filter((place) => !WAYS.some(([where]) => where === place))).toEqual([]);
    expect(new Set(places).size).toBe(places.length);
  });

  it.each(['configuration', 'token', 'benchmarks', 'all-time highs', 'plans', 'log of load tests', 'rules', 'leases', 'freeze', 'audit', 'history', 'metric families'])(
    'answers for: %s',
    (thing) => {
      expect(STORED_WHERE.filter(({ what }) => what.toLowerCase().includes(thing))).toHaveLength(1);
    }
  );
});
