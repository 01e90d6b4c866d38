import type { HeadroomQuery } from './HeadroomQuery';
import { readQuery } from './readQuery';

const read = (query: object) =>
  readQuery({ refId: 'A', ...query } as HeadroomQuery, (text) => (text === '$v' ? ['a', 'b'] : [text]));

describe('readQuery', () => {
  it('reads a whole query', () => {
    expect(
      read({
        queryType: 'peaks',
        services: ['$v', 'c', 'c'],
        tiers: ['P0'],
        owners: ['team'],
        format: 'table',
        peak: 'day',
      })
    ).toEqual({
      ok: true,
      value: {
        refId: 'A',
        type: 'peaks',
        selection: { services: ['a', 'b', 'c'], tiers: ['P0'], owners: ['team'] },
        format: 'table',
        peak: 'day',
        annotation: false,
      },
    });
  });

  it.each([
    ['nothing chosen', {}],
    ['an empty text', { services: [''] }],
    ['All with a pattern of its own', { services: ['.*'], tiers: ['$__all'] }],
    ['one text instead of a list', { services: '.*' }],
    ['something else instead of a list', { services: 7, tiers: null }],
  ])('asks for all with %s', (_, change) => {
    expect(read({ queryType: 'fleet', ...change })).toMatchObject({
      ok: true,
      value: { selection: { services: [], tiers: [], owners: [] } },
    });
  });

  it.each([
    ['no query type', {}, /Unknown query type ""/],
    ['another query type', { queryType: 'runway' }, /Unknown query type "runway": choose one of fleet/],
    ['another tier', { queryType: 'fleet', tiers: ['P9'] }, /Unknown tier "P9": choose one of P0, P1 and P2/],
    ['another format', { queryType: 'fleet', format: 'logs' }, /Unknown format "logs"/],
    ['another peak', { queryType: 'peaks', peak: 'year' }, /Unknown peak "year"/],
  ])('names the bad value: %s', (_, query, message) => {
    const outcome = read(query);
    expect(outcome.ok ? '' : outcome.error).toMatch(message);
  });
});
