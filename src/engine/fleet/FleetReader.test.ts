import { EMPTY, NEVER } from 'rxjs';
import { err, ok } from '../../domain/base/Result';
import type { QueryLayer } from '../queries/QueryLayer';
import { FleetReader } from './FleetReader';
import { NOW, readingsOf, SHOP } from './testing/readingsOf';

const answers = (warnings: readonly string[]) => ok({ data: [{ labels: SHOP, value: 3, at: NOW }], stats: { milliseconds: 1, bytes: 1, samples: null, warnings } });

function readerOf(now: QueryLayer['now']) {
  const layer: QueryLayer = { now, range: () => Promise.reject(new Error('not part of these tests')), history: () => EMPTY, tryAgain: () => undefined, stats: NEVER };
  const reader = new FleetReader(layer, [readingsOf({}).source], 90, () => undefined);
  const state = () => reader.all()[0]?.now.get('instances-now');
  return { reader, state };
}

describe('an instant answer', () => {
  it.each<[string, readonly string[], boolean]>([
    ['whole', [], false],
    ['with a warning about something else', ['metric might not be a counter'], false],
    ['in part, by Thanos', ['No StoreAPIs matched: partial response'], true],
    ['in part, by VictoriaMetrics', ['partial response: some storage nodes did not answer'], true],
  ])('%s is kept as what it is', async (_name, warnings, part) => {
    const { reader, state } = readerOf(async () => answers(warnings));
    await reader.readNow(NOW);
    const read = state();
    expect(read?.state === 'read' && read.answer.inPart?.message.includes(warnings[0] ?? '')).toBe(part ? true : undefined);
    expect(read).toMatchObject({ state: 'read', answer: { stale: false } });
  });

  it('in part stays so, stale, when the next one fails', async () => {
    let asked = 0;
    const { reader, state } = readerOf(async (_source, { expr }) => (asked++ < 99 && !reader.hasFailures() && state() === undefined ? answers(['partial response']) : err({ kind: 'timeout', message: 'slow', status: 504, expr })));
    await reader.readNow(NOW);
    await reader.readNow(NOW + 60_000);
    expect(state()).toMatchObject({ state: 'read', answer: { stale: true, inPart: { kind: 'execution' } } });
  });
});
