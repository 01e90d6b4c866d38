import { firingAlertsQuestion } from './firingAlertsQuestion';
import { aboutService, syntaxErrors } from './testing/questionContexts';

it('asks for what fires on the one service, whatever its name', () => {
  const text = firingAlertsQuestion(aboutService('a"b', { scope: [{ label: 'env', op: '=', value: 'prod' }] }));
  expect(text).toBe('ALERTS{alertstate="firing", env="prod", namespace="shop", service="a\\"b"}');
  expect(syntaxErrors(text)).toEqual([]);
});
