import { peakTodayQuestion } from './peakTodayQuestion';
import { aboutService, syntaxErrors } from './testing/questionContexts';

it('is about the one service, not the greatest of the fleet', () => {
  const text = peakTodayQuestion(aboutService('a"b'));
  expect(text.replace(/\s+/g, ' ')).toContain('http_requests_total{namespace="shop", service="a\\"b"}');
  expect(text).toContain('[1d:5m]');
  expect(syntaxErrors(text)).toEqual([]);
});
