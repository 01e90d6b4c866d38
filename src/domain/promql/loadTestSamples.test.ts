import { loadTestSamples, serverTimeQuestion } from './loadTestSamples';
import { aboutService, syntaxErrors } from './testing/questionContexts';

describe('the samples of a load test', () => {
  it('are one raw selector over the service, not a rate', () => {
    const text = loadTestSamples(aboutService('check"out'), 50_000);
    expect(text).toContain('[50s]');
    expect(text).toContain('service="check\\"out"');
    expect(text).toContain('http_requests_total');
    expect(text).toContain('http_request_duration_seconds_bucket');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('rate(');
    expect(syntaxErrors(text)).toEqual([]);
  });

  it('leave out CPU that names pods instead of targets', () => {
    expect(loadTestSamples(aboutService('a', { resource: null }), 50_000)).not.toContain('cpu');
  });
});

describe('calls to others', () => {
  it('are asked for only when they are wanted: looks are frequent', () => {
    const metric = 'http_client_request_duration_seconds_count';
    expect(loadTestSamples(aboutService('a'), 50_000)).not.toContain(metric);
    const text = loadTestSamples(aboutService('a'), 50_000, 'report');
    expect(text).toContain(metric);
    expect(syntaxErrors(text)).toEqual([]);
  });
});

describe('the time of the server', () => {
  it('is asked as a vector', () => {
    expect(serverTimeQuestion()).toBe('vector(time())');
  });
});
