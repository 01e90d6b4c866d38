import path from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Decides from which package tree the host's own imports come. @grafana/ui brings the router copies and the emotion that
 * Grafana shares, so those are resolved from inside it, for everybody: two copies would mean two contexts.
 */
export function packageTree(packagesDir: string, sourceDir: string): Plugin {
  const uiDir = path.join(packagesDir, '@grafana/ui');
  const ofUi = /^(@emotion\/(css|react)|react-router-dom|react-router-dom-v5-compat)$/;
  return {
    name: 'package-tree',
    setup(bundle) {
      bundle.onResolve({ filter: /^[^./]/ }, async (args) => {
        const isOurs = args.importer.startsWith(sourceDir);
        const single = /^@emotion\/(css|react)$/.test(args.path);
        if (args.pluginData === 'resolved' || !(isOurs || single)) {
          return undefined;
        }
        const name = args.path === 'react-router-dom-v5' ? 'react-router-dom' : args.path;
        const resolveDir = ofUi.test(name) ? uiDir : packagesDir;
        return bundle.resolve(name, { resolveDir, kind: args.kind, pluginData: 'resolved' });
      });
    },
  };
}
