import { isServing, serverCounters, serverMembers } from './serverMembers';

const state = { srv_name: 'a', srv_uweight: '25', srv_iweight: '100' };
const stat = { svname: 'a', status: 'UP', stot: '120', scur: '3', qcur: '1', hrsp_5xx: '2', econ: '1', eresp: '4', wretr: '5', wredis: '6' };

describe('servers as HAProxy tells of them', () => {
  it('become members with weight, configured weight, health and counters', () => {
    expect(serverMembers([state], [stat])).toEqual([
      {
        id: 'a',
        weight: 25,
        configured: 100,
        serving: true,
        health: 'UP',
        counters: { sent: 120, completed: 117, errors: 7, retries: 11, queue: 1 },
      },
    ]);
  });

  it.each([
    ['no statistics of the server', [state], [{ ...stat, svname: 'b' }], /server a in its state/],
    ['no weight', [{ ...state, srv_uweight: '' }], [stat], /srv_uweight.* of server a/],
    ['a weight that is no number', [{ ...state, srv_iweight: 'x' }], [stat], /srv_iweight.* of server a/],
  ])('are refused with %s', (_, states, stats, why) => {
    expect(() => serverMembers(states, stats)).toThrow(why);
  });

  it.each([
    ['empty columns (TCP mode has no answer codes)', { stot: '5', scur: '0', econ: '1', eresp: '', hrsp_5xx: '' }, { sent: 5, completed: 5, errors: 1 }],
    ['no columns', {}, {}],
    ['negative and broken numbers', { stot: '-1', scur: 'x', qcur: '-' }, {}],
  ])('leave out counters that are not told: %s', (_, row, counters) => {
    const told = Object.fromEntries(Object.entries(serverCounters(row as Record<string, string>)).filter(([, value]) => value !== undefined));
    expect(told).toEqual(counters);
  });

  it.each([
    ['UP', true],
    ['UP 1/2', true],
    ['no check', true],
    ['DOWN', false],
    ['DOWN 1/2', false],
    ['MAINT', false],
    ['MAINT (via shop/b)', false],
    ['DRAIN', false],
    ['NOLB', false],
    ['', false],
  ])('with status %j serve: %s', (status, expected) => {
    expect(isServing(status)).toBe(expected);
  });
});
