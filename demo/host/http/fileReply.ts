import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type HostReply, message } from './HostReply';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** A file below `root`; anything that climbs out of it or is not there is a 404. */
export async function fileReply(root: string, encodedPath: string, maxAgeSeconds = 0): Promise<HostReply> {
  const file = path.resolve(root, `./${decodeURIComponent(encodedPath)}`);
  if (!file.startsWith(path.resolve(root) + path.sep)) {
    return message('Not found', 404);
  }
  try {
    const body = await readFile(file);
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type, 'cache-control': `max-age=${maxAgeSeconds}` }, body };
  } catch {
    return message('Not found', 404);
  }
}
