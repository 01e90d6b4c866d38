import { parseRuleHealth } from './parseRuleHealth';

/** As Grafana 12.3.0 lists recording rules; what is not read is left out. */
const rule = (uid: string, change: object) => ({ state: 'inactive', name: 'T', uid, type: 'recording', health: 'ok', lastEvaluation: '2026-11-21T18:05:11.680379847Z', isPaused: false, ...change });
const AT = Date.UTC(2026, 10, 21, 18, 5, 11, 680);

const list = (...rules: unknown[]) => ({ status: 'success', data: { groups: [{ name: 'g rec', file: 'D1 try', folderUid: 'f', rules }], totals: {} } });

describe('parseRuleHealth', () => {
  it.each([
    ['one that is written', {}, { kind: 'ok', at: AT }],
    ['one that never ran, which says "ok"', { lastEvaluation: '0001-01-01T00:00:00Z' }, { kind: 'waiting' }],
    ['one without rows', { health: 'nodata' }, { kind: 'no-data', at: AT }],
    ['one that Grafana knows nothing of', { health: 'unknown' }, { kind: 'waiting' }],
    ['one that fails without a reason', { health: 'error' }, { kind: 'error', at: AT, message: 'Grafana does not say why' }],
    [
      'a Prometheus without its receiver',
      {
        health: 'error',
        lastError:
          'remote write failed: failed to write time series\nexpected HTTP 200 status code: actual=404, body=remote write receiver needs to be enabled with --enable-feature=remote-write-receiver\n',
      },
      {
        kind: 'error',
        at: AT,
        message:
          'remote write failed: failed to write time series expected HTTP 200 status code: actual=404, body=remote write receiver needs to be enabled with --enable-feature=remote-write-receiver',
      },
    ],
    ['a target that is gone', { health: 'error', lastError: 'remote write failed: data source not found' }, { kind: 'error', at: AT, message: 'remote write failed: data source not found' }],
  ])('reads %s', (_name, change, health) => {
    expect(parseRuleHealth(list(rule('r', change))).get('r')).toEqual(health);
  });

  it('leaves out what is no rule of Grafana, and refuses what is no list', () => {
    expect([...parseRuleHealth(list({ name: 'from a data source' }, rule('r', {}))).keys()]).toEqual(['r']);
    expect(() => parseRuleHealth('<html>')).toThrow();
  });
});
