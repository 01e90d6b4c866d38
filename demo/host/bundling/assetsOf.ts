import path from 'node:path';
import type { Metafile } from 'esbuild';
import type { ClientAssets } from './ClientAssets';

/** Names of the files the page has to mention. */
export function assetsOf(metafile: Metafile, entry: string): Pick<ClientAssets, 'entry' | 'styles' | 'workers'> {
  const outputs = Object.entries(metafile.outputs).map(([file, output]) => ({ ...output, name: path.basename(file) }));
  const main = outputs.find(({ entryPoint }) => entryPoint?.endsWith(entry));
  if (!main) {
    throw new Error('the browser bundle has no entry');
  }
  const workers = outputs.flatMap(({ name }) => {
    const key = /^(\w+\.worker)-\w+\.js$/.exec(name)?.[1];
    return key ? [[key, name]] : [];
  });
  return {
    entry: main.name,
    styles: main.cssBundle ? [path.basename(main.cssBundle)] : [],
    workers: Object.fromEntries(workers),
  };
}
