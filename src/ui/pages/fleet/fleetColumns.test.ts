import { DAY } from '../../../domain/base/Duration';
import { unknown } from '../../../domain/base/Figure';
import { csvText } from '../../components/csvText';
import { benchmarkFixture } from '../../testing/benchmarkFixture';
import { judgedFixture } from '../../testing/judgedFixture';
import { NOW } from '../../testing/NOW';
import { COLUMN_IDS } from './ColumnId';
import { fleetColumns } from './fleetColumns';

const columns = fleetColumns.flatMap((c) => c.csv);
const cellsOf = (service: ReturnType<typeof judgedFixture>) =>
  Object.fromEntries(columns.map((c) => [c.header, c.value(service)]));

describe('fleetColumns', () => {
  it('holds every column an address can name, once', () => {
    expect(fleetColumns.map((c) => c.id).sort()).toEqual([...COLUMN_IDS].sort());
  });

  it('has one column that takes the rest of the width', () => {
    expect(fleetColumns.filter((c) => c.width === null).map((c) => c.id)).toEqual(['service']);
  });

  it('downloads raw numbers with the unit in the header', () => {
    const cells = cellsOf(
      judgedFixture({
        peak: 1000,
        ready: 6,
        autoscaler: { min: 2, max: 12, desired: 6 },
        benchmark: benchmarkFixture({ at: NOW - DAY }),
      })
    );
    expect(cells).toMatchObject({
      service: 'checkout',
      scope: 'shop',
      tier: 'P1',
      owner: 'team-shop',
      'ready (instances)': 6,
      'autoscaler max (instances)': 12,
      'demand now (req/s)': 420,
      'ATH (req/s)': 1000,
      'safe limit (req/s per instance)': 260,
      'safe limit origin': 'load-test',
      'safe limit at': '2026-11-20T10:30:00.000Z',
      'asked (share)': 0.25,
    });
  });

  it('leaves unknown cells empty, in the download and in the order', () => {
    const service = judgedFixture({
      instances: unknown('instances', 'not counted'),
      owner: null,
      benchmark: { reason: 'none', next: 'test' },
    });
    const cells = cellsOf(service);
    expect(cells).toMatchObject({
      'ready (instances)': null,
      'required (instances)': null,
      'spare (instances)': null,
      'safe limit at': null,
    });
    expect(csvText(columns, [service])).not.toMatch(/NaN|null|undefined/);
    const values = new Map(fleetColumns.map((c) => [c.id, c.sortValue(service)]));
    expect(values.get('instances')).toBeNull();
    expect(values.get('spare')).toBeNull();
    expect(values.get('limit')).toBeNull();
    expect(values.get('owner')).toBeNull();
  });
});
