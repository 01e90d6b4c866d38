import { NEVER, of } from 'rxjs';
import { DAY, HOUR } from '../../domain/base/Duration';
import { ok } from '../../domain/base/Result';
import type { TimeWindow } from '../../domain/base/TimeWindow';
import { serviceRef } from '../../domain/catalogue/ServiceRef';
import type { Question } from '../../domain/promql/Question';
import type { QueryFailure } from '../../ports/Metrics';
import { NOW, readingsOf, SHOP } from '../fleet/testing/readingsOf';
import type { QueryLayer } from '../queries/QueryLayer';
import { serviceNotices } from './serviceNotices';
import { ServiceReader } from './ServiceReader';

const RANGE = { from: NOW - DAY, to: NOW };
const MISSING: QueryFailure = { kind: 'timeout', message: 'took longer than 30 s', status: 504, expr: 'peaks' };

async function read({ failures = [], warnings = [] }: { readonly failures?: readonly QueryFailure[]; readonly warnings?: readonly string[] }) {
  const rows = [{ labels: SHOP, series: { start: NOW - HOUR, step: HOUR, values: Float64Array.from([NaN, 9]) } }];
  const stats = { milliseconds: 1, bytes: 1, samples: null, warnings };
  const layer: QueryLayer = {
    now: async () => ok({ data: [], stats }),
    range: async () => ok({ data: rows, stats }),
    history: (_: string, question: Question, window: TimeWindow) => of({ question, window, rows, read: [], progress: 1, done: true, failures, stale: false, slowed: null, readAt: NOW }),
    tryAgain: () => undefined,
    stats: NEVER,
  };
  const context = { ...readingsOf({}).source.context, service: serviceRef('prom', 'test-http', ['namespace', 'service'], SHOP) };
  const reader = new ServiceReader(layer, 'prom', context, new AbortController().signal, () => undefined);
  await reader.read(RANGE, RANGE);
  return { reader, notices: serviceNotices(reader) };
}

describe('what of a service page is missing', () => {
  it('is nothing where everything was answered whole', async () => {
    expect((await read({})).notices).toEqual([]);
  });

  it('is said of a chunk of hourly peaks that failed, beside the rows that were read', async () => {
    const { reader, notices } = await read({ failures: [MISSING] });
    expect(reader.series.get('service-hourly-peak')).toMatchObject({ state: 'read', rows: [expect.anything()], missing: MISSING });
    expect(notices).toEqual([expect.objectContaining({ id: 'service service-hourly-peak', severity: 'warning', title: expect.stringMatching(/^A part could not be read: /), detail: 'took longer than 30 s' })]);
  });

  it('is said of a range that was answered in part', async () => {
    const { reader, notices } = await read({ warnings: ['partial response'] });
    expect(reader.series.get('service-demand')).toMatchObject({ state: 'read', missing: { message: expect.stringContaining('in part') } });
    expect(notices).toContainEqual(expect.objectContaining({ id: 'service service-demand', detail: 'Answered in part, read again next time: partial response' }));
  });
});
