import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** Whether a file is CommonJS made by a compiler from ES modules: its default export is under `exports.default`. */
const isCompiledCommonJs = (file: string): boolean => {
  const source = readFileSync(file, 'utf8');
  return source.includes('__esModule') && !/^\s*(import|export)\s/m.test(source);
};

/**
 * From `.mjs` files the bundler imports CommonJS the way Node does: the default import is the whole `exports` object.
 * The @grafana packages were made for bundlers that hand over `exports.default`, so such imports take a detour through a
 * module that is not `.mjs`.
 */
export const compiledDefaults: Plugin = {
  name: 'compiled-defaults',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, async (args) => {
      if (args.pluginData || !/@grafana\/.*\.mjs$/.test(args.importer)) {
        return undefined;
      }
      const found = await bundle.resolve(args.path, {
        resolveDir: args.resolveDir,
        kind: args.kind,
        pluginData: 'seen',
      });
      const detour = /\.c?js$/.test(found.path) && isCompiledCommonJs(found.path);
      return detour ? { path: found.path, namespace: 'compiled-default' } : found;
    });
    bundle.onLoad({ filter: /.*/, namespace: 'compiled-default' }, ({ path: file }) => ({
      contents: `export * from ${JSON.stringify(file)}; export { default } from ${JSON.stringify(file)};`,
      resolveDir: path.dirname(file),
    }));
  },
};
