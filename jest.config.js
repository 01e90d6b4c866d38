// One zone for every test, wherever it runs.
process.env.TZ = 'UTC';

const base = require('./.config/jest.config');

module.exports = {
  ...base,
  // d3-color and friends ship .mjs, which the scaffolded pattern misses.
  transform: { '^.+\\.m?[tj]sx?$': Object.values(base.transform)[0] },
  testMatch: [
    '<rootDir>/src/**/*.test.{ts,tsx}',
    '<rootDir>/demo/**/*.test.ts',
    '<rootDir>/scripts/**/*.test.ts',
    '<rootDir>/tests/architecture/**/*.test.ts',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.demo', '<rootDir>/.cache', '<rootDir>/demo/host/grafana13/node_modules'],
};
