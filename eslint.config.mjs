import importX from 'eslint-plugin-import-x';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import sonarjs from 'eslint-plugin-sonarjs';
import { defineConfig } from 'eslint/config';
import baseConfig from './.config/eslint.config.mjs';
import { importZones } from './tests/architecture/importZones.mjs';

const CODE = ['src/**/*.{ts,tsx}', 'keeper/**/*.ts', 'demo/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}', 'bench/**/*.ts', 'scripts/**/*.ts', '*.ts'];
const TESTS = ['**/*.test.{ts,tsx}', 'tests/**/*.ts', 'src/ui/testing/**'];

export default defineConfig([
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/artifacts/',
      '.demo/',
      '.cache/',
      '.config/',
      'coverage/',
      'test-results/',
      'playwright-report/',
    ],
  },
  ...baseConfig,
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: CODE,
    plugins: { 'import-x': importX, sonarjs },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver({ project: ['tsconfig.json', 'tsconfig.node.json'], noWarnOnMultipleProjects: true })] },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      'import-x/no-restricted-paths': ['error', { zones: importZones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-default-export': 'error',
      'max-lines': ['error', { max: 300 }],
      'no-console': 'error',
      'no-restricted-globals': ['error', 'event', 'name'],
      'sonarjs/cognitive-complexity': ['error', 11],
      eqeqeq: ['error', 'always'],
      // JSX is compiled the automatic way.
      'react/react-in-jsx-scope': 'off',
    },
  },
  {
    files: ['src/domain/**/*.ts'],
    ignores: TESTS,
    rules: {
      'sonarjs/cognitive-complexity': ['error', 8],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The domain is pure: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'The domain is pure: take a seeded source as an argument.' },
      ],
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'window', 'document', 'navigator', 'localStorage'],
    },
  },
  {
    files: ['src/engine/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-properties': ['error', { object: 'Date', property: 'now', message: 'Time comes from the Clock port.' }],
      'no-restricted-globals': ['error', 'fetch', 'setTimeout', 'setInterval', 'window', 'document', 'navigator', 'localStorage'],
    },
  },
  { files: ['src/**/*.tsx'], ...jsxA11y.flatConfigs.recommended },
  {
    files: ['src/**/*.tsx'],
    // What scrolls must be reachable by keyboard; it is a group with a name.
    rules: { 'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['tabpanel', 'group'], allowExpressionValues: true }] },
  },
  {
    // What Grafana loads first hands over to a composition root at once.
    files: ['src/datasource/module.ts', 'src/panels/*/module.{ts,tsx}'],
    rules: { 'import-x/no-restricted-paths': 'off' },
  },
  {
    // Loaders need a default export: webpack, Playwright, React.lazy.
    files: ['*.config.ts', 'src/ui/pages/*/*Page.tsx', 'src/wiring/AppRoot.tsx'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  { files: ['demo/**', 'bench/**', 'scripts/**', 'tests/**', 'src/adapters/browser/ConsoleLog.ts'], rules: { 'no-console': 'off' } },
  { files: TESTS, rules: { 'max-lines': ['error', { max: 500 }], 'sonarjs/cognitive-complexity': ['error', 15] } },
]);
