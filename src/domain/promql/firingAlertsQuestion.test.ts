import { firingAlertsQuestion } from './firingAlertsQuestion';
import { aboutService, syntaxErrors } from './testing/questionContexts';

it('asks for everything that fires within the scope, whatever labels its rules name a service by', () => {
  const text = firingAlertsQuestion(aboutService('a"b', { scope: [{ label: 'env', op: '=', value: 'pr"od' }] }));
  expect(text).toBe('ALERTS{alertstate="firing", env="pr\\"od"}');
  expect(syntaxErrors(text)).toEqual([]);
});
