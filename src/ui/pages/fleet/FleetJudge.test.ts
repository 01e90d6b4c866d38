import { fleetFixture } from '../../testing/fleetFixture';
import { NOW } from '../../testing/NOW';
import { FleetJudge, type Slicing } from './FleetJudge';
import type { JudgedFleet } from './JudgedFleet';

/** Time passes by one with every look; slices wait to be run by hand. */
function byHand(budgetMs: number) {
  let time = 0;
  const waiting: Array<() => void> = [];
  const slicing: Slicing = {
    budgetMs,
    later: (slice) => {
      waiting.push(slice);
      return () => waiting.splice(waiting.indexOf(slice), 1);
    },
    time: () => time++,
  };
  const published: JudgedFleet[] = [];
  const judge = new FleetJudge((fleet) => published.push(fleet), slicing);
  const runAll = () => {
    let tasks = 0;
    while (waiting.length > 0) {
      waiting.shift()?.();
      tasks += 1;
    }
    return tasks;
  };
  return { judge, published, runAll };
}

const services = fleetFixture(20);

describe('FleetJudge', () => {
  it('judges a small fleet at once', () => {
    const { judge, published } = byHand(1000);
    judge.submit({ services, growth: 0, now: NOW });
    expect(published[0]?.services.map((s) => s.facts)).toEqual(services);
  });

  it('never does more than a slice in one task', () => {
    const { judge, published, runAll } = byHand(6);
    judge.submit({ services, growth: 0, now: NOW });
    expect(published).toHaveLength(0);
    expect(runAll()).toBeGreaterThan(2);
    expect(published).toHaveLength(1);
    expect(published[0]?.services).toHaveLength(20);
  });

  it('finishes what runs and then does only the newest: a slider that never rests still moves the table', () => {
    const { judge, published, runAll } = byHand(6);
    for (const growth of [0, 0.1, 0.2, 0.3]) {
      judge.submit({ services, growth, now: NOW });
    }
    runAll();
    expect(published.map((p) => p.growth)).toEqual([0, 0.3]);
  });

  it('takes over verdicts on facts that did not change', () => {
    const { judge, published } = byHand(1000);
    judge.submit({ services, growth: 0.1, now: NOW });
    const changed = [...services.slice(1), ...fleetFixture(1, 7)];
    judge.submit({ services: changed, growth: 0.1, now: NOW });
    const [before, after] = published;
    expect(after?.services.slice(0, 19)).toEqual(before?.services.slice(1));
    expect(after?.services[0]).toBe(before?.services[1]);
  });

  it.each([
    ['growth', { growth: 1, now: NOW }],
    ['time', { growth: 0, now: NOW + 3_600_000 }],
  ])('judges again when %s changes', (_, change) => {
    const { judge, published } = byHand(1000);
    judge.submit({ services, growth: 0, now: NOW });
    judge.submit({ services, ...change });
    expect(published[1]?.services[0]).not.toBe(published[0]?.services[0]);
  });

  it('publishes nothing once stopped, and works again afterwards', () => {
    const { judge, published, runAll } = byHand(6);
    judge.submit({ services, growth: 0, now: NOW });
    judge.submit({ services, growth: 0.5, now: NOW });
    judge.stop();
    runAll();
    expect(published).toHaveLength(0);
    judge.submit({ services: [], growth: 0, now: NOW });
    expect(published).toHaveLength(1);
  });
});
