import path from 'node:path';
import { build } from 'esbuild';
import { assetsOf } from './assetsOf';
import type { ClientAssets } from './ClientAssets';
import { compiledDefaults } from './compiledDefaults';
import { noFontFiles } from './noFontFiles';
import { packageTree } from './packageTree';

const ENTRY = 'main.tsx';

/** One run of the bundler over the browser side, against one tree of packages. */
export async function bundleClient(clientDir: string, packagesDir: string, outdir: string) {
  const { metafile } = await build({
    entryPoints: {
      main: path.join(clientDir, ENTRY),
      'editor.worker': path.join(packagesDir, 'monaco-editor/esm/vs/editor/editor.worker.js'),
      'json.worker': path.join(packagesDir, 'monaco-editor/esm/vs/language/json/json.worker.js'),
    },
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    metafile: true,
    target: 'es2022',
    mainFields: ['module', 'browser', 'main'],
    conditions: ['import', 'module', 'browser'],
    loader: { '.ttf': 'file', '.woff2': 'file', '.svg': 'file' },
    // Some packages ask for an AMD loader; SystemJS puts one on the page for plugins, and they must not find it.
    define: { 'process.env.NODE_ENV': '"production"', 'define.amd': 'false', global: 'globalThis' },
    // Keeps the classic JSX setting of the plugin's compiler options out of the bundle.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', useDefineForClassFields: true } },
    plugins: [packageTree(packagesDir, clientDir), compiledDefaults, noFontFiles],
    logLevel: 'error',
  });
  const assets: Pick<ClientAssets, 'entry' | 'styles' | 'workers'> = assetsOf(metafile, ENTRY);
  return assets;
}
