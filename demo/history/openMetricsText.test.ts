/** @jest-environment node */
import { ServiceSimulation } from '../model/serviceSimulation';
import { timelineFrom, workMorning } from '../model/timeline';
import { openMetricsText } from './openMetricsText';
import { SERVICES } from './services';
import { simulateColumns } from './simulateColumns';
import { TimeGrid } from './timeGrid';

const HOUR = 3_600_000;
const LINE = /^([a-z_:][a-z0-9_:]*\{(?:[a-z_]+="(?:[^"\\\n]|\\.)*",?)*\}) (\d+(?:\.\d+)?) (\d+)$/;
const timeline = timelineFrom(Date.UTC(2026, 10, 21, 12));

function linesFrom(from: number, hours: number): string[] {
  const ticks = new TimeGrid(timeline, timeline.anchor).between(from, from + hours * HOUR);
  const columns = SERVICES.flatMap((service) =>
    simulateColumns(new ServiceSimulation(service, timeline, { at: from, counters: new Map() }), timeline, ticks)
  );
  return [...openMetricsText(columns, ticks)].join('').trimEnd().split('\n');
}

// A drill, in which instances go and come back, and the end of the history, where everything is kept.
describe.each([
  ['around a drill', workMorning(timeline, 4) + 8 * HOUR, 4],
  ['at its end', timeline.anchor - HOUR, 1],
])('history as OpenMetrics, %s', (_, from, hours) => {
  const lines = linesFrom(from, hours);
  const samples = lines.filter((line) => !line.startsWith('#'));

  it('ends with the mark of the end, and has it once', () => {
    expect(lines.at(-1)).toBe('# EOF');
    expect(lines.filter((line) => line === '# EOF')).toHaveLength(1);
  });

  it('holds only well-formed samples', () => {
    expect(samples.length).toBeGreaterThan(10_000);
    expect(samples.filter((line) => !LINE.test(line))).toEqual([]);
  });

  it('keeps the samples of a series together and in time order', () => {
    const last = new Map<string, number>();
    let previous = '';
    let disorder = 0;
    for (const line of samples) {
      const [, key = '', , at = '0'] = LINE.exec(line) ?? [];
      disorder += Number(at) <= (last.get(key) ?? 0) || (key !== previous && last.has(key)) ? 1 : 0;
      last.set(key, Number(at));
      previous = key;
    }
    expect(disorder).toBe(0);
  });

  it('declares each family once', () => {
    const types = lines.filter((line) => line.startsWith('# TYPE'));
    expect(new Set(types.map((line) => line.split(' ')[2])).size).toBe(types.length);
  });
});
