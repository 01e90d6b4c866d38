// One zone for every test, wherever it runs.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');

const [, [loader, options]] = Object.entries(base.transform)[0];
const automaticJsx = { ...options, jsc: { ...options.jsc, transform: { react: { runtime: 'automatic' } } } };
// d3-color and friends ship .mjs, which the scaffolded pattern misses.
const transform = { '^.+\\.m?[tj]sx?$': [loader, automaticJsx] };
const elsewhere = ['<rootDir>/dist', '<rootDir>/.demo', '<rootDir>/.cache', '<rootDir>/demo/host/grafana13/node_modules'];
const shared = { ...base, transform, modulePathIgnorePatterns: elsewhere };

module.exports = {
  // Component tests of a whole page are slow on a busy machine; slow is not broken.
  testTimeout: 120_000,
  projects: [
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/src/ui/**/*.test.{ts,tsx}', '<rootDir>/src/adapters/**/*.test.{ts,tsx}', '<rootDir>/src/wiring/**/*.test.{ts,tsx}', '<rootDir>/src/panels/**/*.test.{ts,tsx}', '<rootDir>/src/datasource/**/*.test.{ts,tsx}'],
    },
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      setupFilesAfterEnv: [],
      testMatch: [
        '<rootDir>/src/{domain,engine,ports}/**/*.test.ts',
        '<rootDir>/keeper/**/*.test.ts',
        '<rootDir>/demo/**/*.test.ts',
        '<rootDir>/scripts/**/*.test.ts',
        '<rootDir>/tests/architecture/**/*.test.ts',
      ],
    },
  ],
};
