import { GuardDesk } from './GuardDesk';

const NOW = 1_700_000_000_000;
const guard = { title: 'CPU', spec: { id: 'cpu', kind: 'cpu', on: 'target', role: 'limit', strength: 'hard', confirmations: 1, seconds: 'cpu', cores: 1, limit: 0.97 } } as const;

/** A target that used `share` of its core, sampled every 5 s up to `newest`. */
const subjects = (share: number, newest: number) => [
  { subject: 'a', role: 'target' as const, buckets: [], series: { cpu: [[0, 1, 2, 3].map((i) => ({ at: newest - (3 - i) * 5_000, value: 100 + i * 5 * share }))] } },
];

describe('the guard desk', () => {
  it('looks at new samples', () => {
    const desk = new GuardDesk([guard], 5_000);
    expect(desk.evaluate(subjects(0.5, NOW - 1_000), true, NOW)[0]).toMatchObject({ state: 'pass', about: 'target', who: 'a' });
    expect(desk.evaluate(subjects(1, NOW + 4_000), true, NOW + 5_000)[0]).toMatchObject({ state: 'stop' });
  });

  it('does not look at the same samples twice', () => {
    const desk = new GuardDesk([guard], 5_000);
    const first = desk.evaluate(subjects(0.5, NOW - 1_000), true, NOW);
    expect(desk.evaluate(subjects(0.5, NOW - 1_000), true, NOW + 1_000)).toBe(first);
  });

  it('notices that the same samples grew old', () => {
    const desk = new GuardDesk([guard], 5_000);
    const samples = subjects(0.5, NOW - 1_000);
    desk.evaluate(samples, true, NOW);
    expect(desk.evaluate(samples, true, NOW + 20_000)[0]).toMatchObject({ state: 'stop' });
  });
});
