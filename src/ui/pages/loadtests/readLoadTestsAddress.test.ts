import { readLoadTestsAddress } from './readLoadTestsAddress';

it.each([
  ['', { view: 'overview', service: null }],
  ['?service=a%2Fb', { view: 'overview', service: 'a/b' }],
  ['?plan=', { view: 'plan', service: null }],
  ['?plan=key', { view: 'plan', service: 'key' }],
  ['?run=r1', { view: 'run', runId: 'r1' }],
  ['?run=%20&plan=', { view: 'plan', service: null }],
  ['?report=r1&service=x', { view: 'report', runId: 'r1' }],
  ['?compare=r1,,r2', { view: 'compare', runIds: ['r1', 'r2'] }],
])('%p', (search, expected) => {
  expect(readLoadTestsAddress(search)).toEqual(expected);
});
