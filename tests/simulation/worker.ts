import type { Chunk } from './Chunk';
import { runChunk } from './runChunk';

process.on('message', (chunk) => {
  void runChunk(chunk as Chunk).then((result) => process.send?.(result));
});
