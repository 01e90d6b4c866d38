import { namedService } from './namedService';

const key = (...parts: string[]) => JSON.stringify(['prom', 'prometheus-http', ...parts]);
const option = (...parts: string[]) => ({ value: key(...parts), label: parts.join('/'), description: 'P0' });
const options = [option('shop', 'cart'), option('shop', 'search'), option('media', 'search')];

describe('namedService', () => {
  it.each([
    ['nothing', null, false, { key: null, missing: null }],
    ['an empty name', '', false, { key: null, missing: null }],
    ['a key', key('shop', 'cart'), false, { key: key('shop', 'cart'), missing: null }],
    ['a name', 'shop/cart', false, { key: key('shop', 'cart'), missing: null }],
    ['the last part of one name', 'cart', false, { key: key('shop', 'cart'), missing: null }],
    ['the last part of two names', 'search', false, { key: null, missing: 'search' }],
    ['a key that is not there', key('shop', 'gone'), false, { key: null, missing: 'shop/gone' }],
    ['a key that may come', key('shop', 'gone'), true, { key: key('shop', 'gone'), missing: null }],
    ['a name that may come', 'shop/gone', true, { key: null, missing: null }],
  ])('takes %s', (_, named, loading, expected) => {
    expect(namedService(named, { options, loading })).toEqual(expected);
  });
});
