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
  { folder: 'src/domain/records', may: ['src/domain/base', 'src/domain/capacity'] },
  { folder: 'src/ports', may: ['src/domain'] },
  { folder: 'src/engine', may: ['src/domain', 'src/ports'] },
  { folder: 'src/adapters', may: ['src/domain', 'src/ports'] },
  { folder: 'src/ui', may: ['src/domain', 'src/ports', 'src/engine'] },
  { folder: 'src/wiring', may: ['src/domain', 'src/ports', 'src/engine', 'src/adapters', 'src/ui'] },
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
