import { fleetColumns } from './fleetColumns';
import { splitColumns } from './splitColumns';

const fit = (width: number) => splitColumns(fleetColumns, width)[0].map((c) => c.id);

describe('splitColumns', () => {
  it('shows everything where there is room', () => {
    expect(splitColumns(fleetColumns, 2000)).toEqual([fleetColumns, []]);
  });

  it('shows everything on a screen of 1600 px beside a docked menu', () => {
    expect(splitColumns(fleetColumns, 1236)[1]).toEqual([]);
  });

  it('loses nothing: every column fits or stands in the details', () => {
    for (let width = 300; width < 1700; width += 50) {
      const [columns, rest] = splitColumns(fleetColumns, width);
      expect([...columns, ...rest].map((c) => c.id).sort()).toEqual(fleetColumns.map((c) => c.id).sort());
    }
  });

  it('keeps the verdict whatever the width', () => {
    expect(fit(300)).toEqual(['status', 'service', 'tier', 'headroom', 'spare']);
  });

  it('never shows fewer columns on a wider screen', () => {
    let before = 0;
    for (let width = 300; width < 1700; width += 10) {
      expect(fit(width).length).toBeGreaterThanOrEqual(before);
      before = fit(width).length;
    }
  });
});
