import { serviceKeyName } from './serviceKeyName';

test.each([
  ['["prom","http","shop","checkout"]', 'checkout'],
  ['["prom","http","quo\\"te\\\\ {x}"]', 'quo"te\\ {x}'],
  ['["prom","http",""]', '(no name)'],
  ['["prom","http"]', null],
  ['[1,2,3]', null],
  ['{"a":1}', null],
  ['checkout', null],
  ['', null],
])('%s', (key, name) => {
  expect(serviceKeyName(key)).toBe(name);
});
