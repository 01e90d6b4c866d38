import { nextSort } from './nextSort';

const column = { id: 'spare', descendingFirst: true } as const;

describe('nextSort', () => {
  it('goes from nothing to worst first, the other way, and back to nothing', () => {
    const first = nextSort(column, null);
    const second = nextSort(column, first);
    expect(first).toEqual({ column: 'spare', descending: true });
    expect(second).toEqual({ column: 'spare', descending: false });
    expect(nextSort(column, second)).toBeNull();
  });

  it('starts afresh on another column', () => {
    expect(nextSort(column, { column: 'ath', descending: true })).toEqual({ column: 'spare', descending: true });
  });
});
