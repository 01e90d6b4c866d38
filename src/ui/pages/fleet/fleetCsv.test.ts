import { csvText } from '../../components/csvText';
import { benchmarkFixture } from '../../testing/benchmarkFixture';
import { factsFixture } from '../../testing/factsFixture';
import { judgedFixture } from '../../testing/judgedFixture';
import { NOW } from '../../testing/NOW';
import { fleetCsv } from './fleetCsv';
import { judgeOne } from './judgeOne';
import type { JudgedService } from './JudgedService';

const cellsOf = (service: JudgedService, growth = 0) =>
  Object.fromEntries(fleetCsv({ growth, now: NOW }).columns.map(({ header, value }) => [header, value(service)]));

describe('the download of the fleet', () => {
  it.each([
    [0, 'headroom-fleet-2026-11-21'],
    [0.5, 'headroom-fleet-2026-11-21-plus-50-percent'],
    [1, 'headroom-fleet-2026-11-21-plus-100-percent'],
  ])('under a growth of %s is named %s and says so in each row', (growth, fileName) => {
    const service = judgeOne(factsFixture({ peak: 1000, ready: 6 }), { growth, now: NOW });
    expect(fleetCsv({ growth, now: NOW }).fileName).toBe(fileName);
    expect(cellsOf(service, growth)).toMatchObject({
      'growth on every peak (share)': growth,
      'required (instances)': service.judgement.required.known ? service.judgement.required.value : null,
    });
  });

  it('has every header once', () => {
    const headers = fleetCsv({ growth: 0, now: NOW }).columns.map(({ header }) => header);
    expect(new Set(headers).size).toBe(headers.length);
  });

  it('says which numbers are bounds: a limit that another resource bounds bounds all that rests on it', () => {
    const bounded = judgedFixture({ benchmark: benchmarkFixture({ origin: 'estimated', upperBoundOnly: true }) });
    expect(cellsOf(bounded)).toMatchObject({
      'safe limit (req/s per instance)': 260,
      'safe limit bound': 'at most',
      'headroom bound': 'at most',
      'event margin bound': 'at most',
      'required bound': 'at least',
      'spare bound': 'at most',
      'ATH bound': null,
    });
  });

  it('says so too of a load test that met no limit', () => {
    expect(cellsOf(judgedFixture({ benchmark: benchmarkFixture({ high: null }) }))).toMatchObject({ 'safe limit bound': 'at least' });
  });

  it('leaves the bound of what is exact or unknown empty', () => {
    const cells = cellsOf(judgedFixture({ benchmark: { reason: 'none', next: 'test' } }));
    const bounds = Object.keys(cells).filter((header) => header.endsWith(' bound'));
    expect(bounds).toHaveLength(6);
    expect(bounds.map((header) => cells[header])).toEqual(bounds.map(() => null));
    expect(csvText(fleetCsv({ growth: 0, now: NOW }).columns, [judgedFixture()])).not.toMatch(/null|undefined/);
  });
});
