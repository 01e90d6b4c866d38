import { FieldType, LoadingState } from '@grafana/data';
import { lastValueFrom, NEVER, of, throwError, toArray } from 'rxjs';
import type { Benchmark } from '../domain/capacity/Benchmark';
import { serviceRef } from '../domain/catalogue/ServiceRef';
import { FLEET } from '../domain/capacity/fleet.fixture';
import { DAY } from '../domain/base/Duration';
import { unknown } from '../domain/base/Figure';
import { benchmark, evenly, facts, measured, NOW, peak } from '../domain/capacity/serviceFacts.fixture';
import type { ServiceFacts } from '../domain/capacity/ServiceFacts';
import { HALF_READ, stateOf } from '../engine/datasource/testing/stateOf';
import type { HeadroomQuery } from './HeadroomQuery';
import { answerOf, hours, RANGE } from './testing/answerOf';
import { framesIn, last, request, source } from './testing/source';

describe('a query', () => {
  it('answers with a table of the fleet, units, names and a link in it', async () => {
    const { ds } = source(() => of(answerOf(FLEET)));
    const response = await last(ds.query(request([{ queryType: 'fleet' }])));
    const [frame] = framesIn(response);
    expect(response.state).toBe(LoadingState.Done);
    expect(frame).toMatchObject({ refId: 'A', length: FLEET.length });
    const field = (name: string) => frame?.fields.find((f) => f.name === name);
    expect(field('headroom')).toMatchObject({
      type: FieldType.number,
      config: { unit: 'percentunit', displayName: 'Headroom' },
    });
    expect(field('athAt')?.type).toBe(FieldType.time);
    expect(field('service')?.config.links?.[0]?.url).toBe(
      '/a/headroom-capacity-app/service?key=${__data.fields.key:percentencode}&from=${__from}&to=${__to}'
    );
    expect(field('link')?.values[0]).toMatch(/^\/a\/headroom-capacity-app\/service\?key=/);
    expect(field('headroom')?.values).toContain(null);
  });

  it.each(['fleet', 'benchmark', 'capacity', 'required'] as const)('says in a table of %s which limits only bound the truth from above', async (queryType) => {
    const named = (service: string, change: Partial<Benchmark>) =>
      facts({ service: serviceRef('prom', 'http', ['service'], { service }), benchmark: benchmark(310, change) });
    const { ds } = source(() => of(answerOf([named('bound', { origin: 'estimated', upperBoundOnly: true }), named('tested', {})])));
    const [frame] = framesIn(await last(ds.query(request([{ queryType, format: 'table' }]))));
    const valuesOf = (title: string) => frame?.fields.find(({ config }) => config.displayName === title)?.values;
    const told = Object.fromEntries((valuesOf('Service') ?? []).map((name: string, i) => [name, [valuesOf('Safe limit')?.[i], valuesOf('Limit bound')?.[i]]]));
    expect(told).toEqual({ bound: [310, 'at most'], tested: [310, null] });
  });

  it('counts what is missing and what can go, and nothing where nobody knows', async () => {
    const named = (service: string, change: Partial<ServiceFacts>) => facts({ service: serviceRef('prom', 'http', ['service'], { service }), ...change });
    const fewer = { instances: measured(42, 'instances'), zones: evenly(14) };
    const many = { instances: measured(75, 'instances'), zones: evenly(25) };
    const fleet = [
      named('holds', {}),
      named('short', fewer),
      named('perhaps short', { ...fewer, benchmark: benchmark(260, { high: null }) }),
      named('idle', many),
      named('stale', { ...many, lastSeen: NOW - DAY }),
      named('bounded', { benchmark: benchmark(310, { upperBoundOnly: true }) }),
      named('no limit', { benchmark: { reason: 'none', next: 'test' } }),
    ];
    const { ds } = source(() => of(answerOf(fleet)));
    const [frame] = framesIn(await last(ds.query(request([{ queryType: 'required', format: 'table' }]))));
    const valuesOf = (name: string) => frame?.fields.find((f) => f.name === name)?.values ?? [];
    const told = Object.fromEntries(valuesOf('service').map((name: string, i) => [name, [valuesOf('missing')[i], valuesOf('giveBack')[i]]]));
    expect(told).toEqual({ holds: [0, 0], short: [5, 0], 'perhaps short': [null, null], idle: [0, 28], stale: [null, null], bounded: [null, null], 'no limit': [null, null] });
  });

  it('answers with a line for each service, labelled for joins', async () => {
    const { ds } = source(() => of(answerOf([facts()], { demand: hours(900) })));
    const [frame] = framesIn(await last(ds.query(request([{ queryType: 'demand' }]))));
    expect(frame?.fields[1]).toMatchObject({
      name: 'demand',
      labels: { service: 'shop/cart', tier: 'P0', owner: 'team-cart', source: 'prom' },
      config: { unit: 'reqps', displayNameFromDS: 'shop/cart demand' },
      values: [900, 1200],
    });
  });

  it('draws the all-time high without the peaks somebody declared void', async () => {
    const ath = peak(4100, { at: NOW - 2 * DAY });
    const service = facts({ ath });
    const spike = { id: 'v', service: service.service.key, at: NOW - 3 * DAY, reason: 'test traffic', by: 'bob' };
    const state = stateOf([service], { context: { voids: new Map([[service.service.key, [spike]]]) } });
    const dailyPeak = { start: NOW - 4 * DAY, step: DAY, values: Float64Array.of(3000, 3900, 4100) };
    const { ds } = source(() => of(answerOf([service], { dailyPeak }, {}, state)));
    const range = { from: NOW - 5 * DAY, to: NOW };
    const [frame] = framesIn(await last(ds.query(request([{ queryType: 'peaks' }], range))));
    expect(frame?.fields[1]?.values).toEqual([3000, 3000, 4100, 4100]);
  });

  it('draws no line where nothing at all was measured', async () => {
    const service = facts({ demandNow: unknown('reqps', 'gone') });
    const { ds } = source(() => of(answerOf([service], { demand: hours(NaN, NaN) })));
    expect(framesIn(await last(ds.query(request([{ queryType: 'demand' }]))))).toMatchObject([{ length: 0, fields: [] }]);
  });

  it('asks for what it needs and no more', async () => {
    const { ds, asked } = source(() => of(answerOf(FLEET)));
    await last(
      ds.query(
        request([
          { queryType: 'capacity', services: ['$service'] },
          { queryType: 'capacity', format: 'table' },
          { queryType: 'load-tests' },
        ])
      )
    );
    expect(asked).toEqual([
      {
        selection: { services: ['shop/cart', 'fine'], tiers: [], owners: [] },
        range: RANGE,
        curves: ['instances'],
        until: 'figures',
        loadTests: false,
      },
      expect.objectContaining({ curves: [], loadTests: false }),
      expect.objectContaining({ curves: [], loadTests: true }),
    ]);
  });

  it('streams what is known and completes, with a notice that says how much that is', async () => {
    const partial = answerOf(
      [facts()],
      {},
      { share: 0.5, done: false },
      stateOf([facts()], { view: { progress: HALF_READ } })
    );
    const { ds } = source(() => of(partial, answerOf([facts()])));
    const packets = await lastValueFrom(ds.query(request([{ queryType: 'fleet' }])).pipe(toArray()));
    expect(packets.map((p) => [p.state, p.key])).toEqual([
      [LoadingState.Streaming, 'headroom'],
      [LoadingState.Done, 'headroom'],
    ]);
    expect(packets.map((p) => framesIn(p)[0]?.meta?.notices?.[0]?.text)).toEqual([
      'Partial: 50 % of 90 days of history is read. The next refresh shows more. Reading days.',
      undefined,
    ]);
  });

  it('says that what could not be read anew is stale', async () => {
    const stale = stateOf([facts()], { view: { readAt: NOW - 600_000 } });
    const { ds } = source(() => of(answerOf([facts()], {}, {}, stale)));
    expect(framesIn(await last(ds.query(request([{ queryType: 'fleet' }]))))[0]?.meta?.notices).toMatchObject([
      { severity: 'warning', text: expect.stringMatching(/^Stale: .*10 minutes ago/) },
    ]);
  });

  it('carries notices even when there is nothing to draw', async () => {
    const notice = {
      id: 'f',
      severity: 'warning' as const,
      title: 'This time range lies in the future',
      detail: 'Nothing has been measured there yet.',
    };
    const { ds } = source(() => of(answerOf([facts()], {}, { notices: [notice] })));
    const range = { from: NOW + 3_600_000, to: NOW + 7_200_000 };
    expect(framesIn(await last(ds.query(request([{ queryType: 'demand' }], range))))).toMatchObject([
      {
        length: 0,
        meta: { notices: [{ text: 'This time range lies in the future. Nothing has been measured there yet.' }] },
      },
    ]);
  });

  it.each([
    ['an unknown query type', { queryType: 'runway' as never }, /Unknown query type "runway"/],
    ['an unknown tier', { queryType: 'fleet' as const, tiers: ['P7'] }, /Unknown tier "P7"/],
  ])('names %s and answers the others', async (_, bad, message) => {
    const { ds } = source(() => of(answerOf(FLEET)));
    const response = await last(ds.query(request([bad, { queryType: 'fleet' }])));
    expect(response).toMatchObject({
      state: LoadingState.Error,
      errors: [{ refId: 'A', message: expect.stringMatching(message) }],
      data: [{ refId: 'B' }],
    });
  });

  it('refuses an empty time range', async () => {
    const { ds, asked } = source(() => NEVER);
    expect(await last(ds.query(request([{ queryType: 'fleet' }], { from: NOW, to: NOW })))).toMatchObject({
      errors: [{ message: expect.stringMatching(/time range is empty/) }],
    });
    expect(asked).toEqual([]);
  });

  it('passes on why it was refused', async () => {
    const { ds } = source(() => of({ refused: 'The app is not enabled.' }));
    expect(await last(ds.query(request([{ queryType: 'fleet' }])))).toMatchObject({
      state: LoadingState.Error,
      data: [],
      errors: [{ refId: 'A', message: 'The app is not enabled.' }],
    });
  });

  it('turns a fault into words', async () => {
    const { ds } = source(() => throwError(() => new Error('Loading chunk 7 failed')));
    expect(await last(ds.query(request([{ queryType: 'fleet' }])))).toMatchObject({
      errors: [{ message: expect.stringContaining('Loading chunk 7 failed') }],
    });
  });

  it('of hidden targets only is empty and completes', async () => {
    const { ds } = source(() => NEVER);
    expect(await last(ds.query(request([{ queryType: 'fleet', hide: true }])))).toEqual({
      data: [],
      state: LoadingState.Done,
    });
  });

  it('has a field of its own from the start, which Explore needs', () => {
    const { ds } = source(() => NEVER);
    expect(ds.getDefaultQuery()).toEqual({ queryType: 'headroom' });
    expect([
      ds.filterQuery({ refId: 'A' } as HeadroomQuery),
      ds.filterQuery({ refId: 'A', queryType: 'fleet' }),
      ds.filterQuery({ refId: 'A', queryType: 'fleet', hide: true }),
    ]).toEqual([false, true, false]);
  });

  it('is described in one line', () => {
    const { ds } = source(() => NEVER);
    expect(ds.getQueryDisplayText({ refId: 'A', queryType: 'peaks', peak: 'day', tiers: ['P0'] })).toBe(
      'Peaks (day): P0'
    );
    expect(ds.getQueryDisplayText({ refId: 'A', queryType: 'demand', services: ['a', 'b', 'c', 'd', 'e'] })).toBe(
      'Demand: a, b, c and 2 more'
    );
    expect(ds.getQueryDisplayText({ refId: 'A', queryType: 'fleet' })).toBe('Fleet: all services');
  });

  it('has its variables replaced by their values for Explore', () => {
    const { ds } = source(() => NEVER);
    expect(
      ds.interpolateVariablesInQueries([{ refId: 'A', queryType: 'demand', services: ['$service', 'x'] }], {})
    ).toMatchObject([{ services: ['shop/cart', 'fine', 'x'] }]);
  });
});
