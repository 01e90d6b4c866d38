import { normalQuantile } from './normalQuantile';
import { seededUniform } from './seededUniform';

/** Repeatable standard normal numbers, by inversion. */
export function seededNormal(seed: number): () => number {
  const uniform = seededUniform(seed);
  return () => normalQuantile(uniform());
}
