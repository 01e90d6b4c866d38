import { afterCarried, afterConfirmed, afterFailed, highestCarried, nextInSearch, startSearch, type SearchBounds, type SearchMove } from './search';
import type { SearchState } from './SearchState';

const WIDE: SearchBounds = { fairRps: 100, capRps: 10_000 };

/** Plays a search against a target that carries exactly `limit`. */
function play(priorRps: number | null, limit: number, bounds = WIDE, confirms: (rps: number) => boolean = (rps) => rps <= limit) {
  let search: SearchState = startSearch(priorRps);
  const tried: Array<[purpose: string, rps: number]> = [];
  for (let i = 0; i < 60; i++) {
    const move: SearchMove = nextInSearch(search, bounds);
    if (move.kind === 'end') {
      return { end: move.reason, tried, search };
    }
    tried.push([move.purpose, move.wantedRps]);
    search = move.search;
    const carried = move.purpose === 'confirm' ? confirms(move.wantedRps) : move.wantedRps <= limit;
    const confirmed = carried && move.purpose === 'confirm' ? afterConfirmed(search, move.wantedRps, false) : null;
    if (confirmed?.end) {
      return { end: confirmed.end, tried, search: confirmed.search };
    }
    search = carried ? afterCarried(search, move.wantedRps, move.wantedRps >= bounds.capRps) : afterFailed(search, move.wantedRps);
  }
  throw new Error('the search did not end');
}

describe('a cold search', () => {
  it.each([150, 210, 333, 399, 401, 750, 1_234])('brackets a limit of %d within 3 %%', (limit) => {
    const { end, search, tried } = play(null, limit);
    const [low, high] = [highestCarried(search) ?? 0, search.failed ?? Infinity];
    expect(end).toBe('limit-found');
    expect(low).toBeLessThanOrEqual(limit);
    expect(high).toBeGreaterThan(limit);
    expect(high / low).toBeLessThanOrEqual(1.03 + 1e-9);
    expect(tried.length).toBeLessThanOrEqual(13);
    expect(tried.at(-1)?.[0]).toBe('confirm');
  });

  it('doubles first', () => {
    expect(play(null, 900).tried.slice(0, 3).map(([, rps]) => rps)).toEqual([200, 400, 800]);
  });

  it('says that traffic ran out when the cap was carried: no limit was found', () => {
    const { end, tried } = play(null, 5_000, { fairRps: 100, capRps: 700 });
    expect(end).toBe('traffic-ran-out');
    expect(tried.at(-1)).toEqual(['confirm', 700]);
  });

  it('ends when the target fails at its usual demand', () => {
    expect(play(null, 90).end).toBe('failed');
  });
});

describe('a fast ramp', () => {
  it('needs three points, one bisection and a confirmation when the prior is right', () => {
    const { tried } = play(300, 300);
    expect(tried.map(([purpose]) => purpose)).toEqual(['climb', 'climb', 'climb', 'bisect', 'confirm']);
    expect(tried.map(([, rps]) => Math.round(rps))).toEqual([240, 285, 315, 300, 300]);
  });

  it.each([[300, 330], [300, 200], [300, 900], [300, 130]])('a prior of %d for a limit of %d still brackets it within 6 %%', (prior, limit) => {
    const { end, search } = play(prior, limit);
    expect(end).toBe('limit-found');
    expect((search.failed ?? Infinity) / (highestCarried(search) ?? 0)).toBeLessThanOrEqual(1.06 + 1e-9);
  });
});

describe('a confirmation', () => {
  it('that fails is followed by one below it', () => {
    const { end, tried } = play(null, 333, WIDE, (rps) => rps < 320);
    const confirmed = tried.filter(([purpose]) => purpose === 'confirm').map(([, rps]) => rps);
    expect(end).toBe('limit-found');
    expect(confirmed.length).toBeGreaterThan(1);
    expect(confirmed.every((rps, i) => i === 0 || rps < (confirmed[i - 1] ?? 0))).toBe(true);
  });

  it('that never succeeds ends undecided', () => {
    expect(play(null, 333, WIDE, () => false).end).toMatch(/undecided|failed/);
  });

  it('later evidence wins: a failure below what is carried now was not the limit', () => {
    const search = afterCarried(afterFailed(startSearch(null), 200), 250, false);
    expect(search.failed).toBeNull();
  });

  it.each<[string, number, boolean, 'limit-found' | 'traffic-ran-out' | null, number | null]>([
    ['below the failure finds the limit', 117, false, 'limit-found', 118],
    ['above it finds none: there is more to learn', 119, false, null, null],
    ['above it, with all there was to give, ran out of traffic', 119, true, 'traffic-ran-out', null],
  ])('carried %s', (_, rps, atCap, end, failed) => {
    const before = { ...afterFailed(afterCarried(startSearch(null), 115, false), 118), stage: 'confirm' as const, confirms: 1 };
    const confirmed = afterConfirmed(before, rps, atCap);
    expect(confirmed).toMatchObject({ end, search: { failed, carried: [115, rps] } });
    if (end === null) {
      // Near what is known, not twice as much.
      expect(nextInSearch(confirmed.search, WIDE)).toMatchObject({ kind: 'try', purpose: 'climb', wantedRps: expect.closeTo(130.9, 9) });
    }
  });

  it('does not forget what was carried above what is carried on the way', () => {
    expect(highestCarried(afterCarried(afterCarried(startSearch(null), 480, false), 417, false))).toBe(480);
  });
});
