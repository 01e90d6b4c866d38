const { projects } = require('./jest.config.js');

// The tests that start real servers: Prometheus on loopback ports of their own.
module.exports = {
  ...projects[1],
  displayName: 'integration',
  testMatch: ['<rootDir>/tests/{promql,engine,integration,routers,contract,simulation}/**/*.test.ts'],
  testTimeout: 120_000,
};
