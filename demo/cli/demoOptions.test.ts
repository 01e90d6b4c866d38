/** @jest-environment node */
import { demoOptions } from './demoOptions';

describe('options of the demo', () => {
  it('have defaults', () => {
    expect(demoOptions([])).toMatchObject({ stop: false, host: true, port: 3000, prometheusPort: 9090 });
  });

  it('are read', () => {
    const options = demoOptions(['--no-host', '--fresh', '--port', '3100', '--services', '1000']);
    expect(options).toMatchObject({ host: false, fresh: true, port: 3100, extraServices: 1000 });
  });

  it.each([
    ['--port', 'many'],
    ['--port', '70000'],
    ['--services', '-1'],
    ['--services', '1.5'],
  ])('name a bad number: %s %s', (option, value) => {
    expect(() => demoOptions([`${option}=${value}`])).toThrow(option);
  });

  it('take another folder, whole', () => {
    expect(demoOptions(['--state', '/tmp/second']).state).toBe('/tmp/second');
    expect(demoOptions([]).state).toBeUndefined();
    expect(() => demoOptions(['--state='])).toThrow('--state');
  });

  it('name an unknown option', () => {
    expect(() => demoOptions(['--stopp'])).toThrow('--stopp');
  });
});
