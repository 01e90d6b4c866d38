/**
 * Who may import whom; the one table behind the lint rule and the test that walks the imports.
 * `folder` may import from `may` (and from itself, and from packages). Nothing else below src.
 */
export const LAYERS = [
  { folder: 'src/domain/base', may: [] },
  { folder: 'src/domain/stats', may: ['src/domain/base'] },
  { folder: 'src/domain/catalogue', may: ['src/domain/base', 'src/domain/stats'] },
  { folder: 'src/domain/promql', may: ['src/domain/base', 'src/domain/stats', 'src/domain/catalogue'] },
  { folder: 'src/domain/capacity', may: ['src/domain/base', 'src/domain/stats', 'src/domain/catalogue'] },
  { folder: 'src/domain/routing', may: ['src/domain/base'] },
  { folder: 'src/domain/guards', may: ['src/domain/base', 'src/domain/stats', 'src/domain/capacity'] },
  { folder: 'src/domain/canary', may: ['src/domain/base', 'src/domain/stats', 'src/domain/capacity'] },
  { folder: 'src/domain/ramp', may: ['src/domain/base', 'src/domain/stats', 'src/domain/catalogue', 'src/domain/capacity', 'src/domain/routing', 'src/domain/guards', 'src/domain/canary'] },
  { folder: 'src/domain/alertrules', may: ['src/domain/base', 'src/domain/stats', 'src/domain/catalogue', 'src/domain/promql', 'src/domain/capacity'] },
  { folder: 'src/domain/report', may: ['src/domain/base', 'src/domain/stats', 'src/domain/catalogue', 'src/domain/capacity'] },
  { folder: 'src/domain/records', may: ['src/domain/base', 'src/domain/capacity', 'src/domain/routing', 'src/domain/guards', 'src/domain/canary', 'src/domain/ramp'] },
  { folder: 'src/ports', may: ['src/domain'] },
  { folder: 'src/engine', may: ['src/domain', 'src/ports'] },
  { folder: 'src/adapters', may: ['src/domain', 'src/ports'] },
  { folder: 'src/ui', may: ['src/domain', 'src/ports', 'src/engine'] },
  { folder: 'src/datasource', may: ['src/domain', 'src/ports', 'src/engine'] },
  { folder: 'src/panels/headroom', may: ['src/domain', 'src/ports', 'src/engine', 'src/ui/format'] },
  { folder: 'src/panels/loadtest', may: ['src/domain', 'src/ports', 'src/engine', 'src/ui/format'] },
  { folder: 'src/panels/benchmark', may: ['src/domain', 'src/ports', 'src/engine', 'src/ui/format', 'src/ui/charts'] },
  { folder: 'src/wiring', may: ['src/domain', 'src/ports', 'src/engine', 'src/adapters', 'src/ui', 'src/datasource'] },
  { folder: 'keeper', may: ['src/domain'] },
  { folder: 'demo', may: ['src/domain'] },
];

/** The same table in the form `import-x/no-restricted-paths` reads. */
export const importZones = LAYERS.flatMap(({ folder, may }) => [
  {
    target: `./${folder}`,
    from: './src',
    except: [...may, ...(folder.startsWith('src') ? [folder] : [])].map((f) => `./${f.replace(/^src\//, '')}`),
    message: `${folder} may import only from: ${[folder, ...may].join(', ')}`,
  },
]);
