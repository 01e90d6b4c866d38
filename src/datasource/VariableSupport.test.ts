import type { DataQueryResponse } from '@grafana/data';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { FLEET } from '../domain/capacity/fleet.fixture';
import { facts } from '../domain/capacity/serviceFacts.fixture';
import { answerOf } from './testing/answerOf';
import { framesIn, request, source } from './testing/source';
import type { VariableQuery } from './VariableQuery';

describe('variables', () => {
  const list = async (query: Partial<VariableQuery>) => {
    const { ds, asked } = source(() => of(answerOf(FLEET, {}, { done: false }), answerOf([...FLEET, facts()])));
    const response = await lastValueFrom(
      (ds.variables as { query(r: unknown): Observable<DataQueryResponse> }).query({
        ...request([]),
        targets: [{ refId: 'v', ...query }],
      })
    );
    return { values: framesIn(response)[0]?.fields.find((f) => f.name === 'value')?.values, asked };
  };

  it('list services once all are known', async () => {
    const { values } = await list({ list: 'services' });
    expect(values).toContain('shop/cart');
    expect(values).toEqual([...(values ?? [])].sort((a: string, b: string) => a.localeCompare(b, 'en')));
  });

  it.each([
    ['tiers', ['P0', 'P1', 'P2']],
    ['owners', ['team-cart']],
  ] as const)('list %s', async (what, values) => expect((await list({ list: what })).values).toEqual(values));

  it('are narrowed by tier and owner', async () => {
    expect((await list({ list: 'services', tiers: ['P0'], owners: ['x'] })).asked).toMatchObject([
      { selection: { tiers: ['P0'], owners: ['x'] } },
    ]);
  });

  it('say why there is nothing to list', async () => {
    const { ds } = source(() => of({ refused: 'No Prometheus data source.' }));
    const query = (ds.variables as { query(r: unknown): Observable<DataQueryResponse> }).query({
      ...request([]),
      targets: [{ refId: 'v', list: 'services' }],
    });
    await expect(lastValueFrom(query)).rejects.toThrow('No Prometheus data source.');
  });

  it('are offered to the query editor beside the services', async () => {
    const { ds } = source(() => of(answerOf([facts()])));
    expect(await ds.choices()).toEqual({
      services: ['shop/cart'],
      owners: ['team-cart'],
      variables: ['$service'],
      problem: null,
    });
  });
});
