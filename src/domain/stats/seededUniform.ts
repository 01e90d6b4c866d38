const WARM_UP = 15;

/**
 * Repeatable numbers in (0, 1): sfc32 (Doty-Humphrey), state from a mixed seed so that neighbouring seeds have nothing in
 * common. For noise and simulation, not for secrets. @param seed any integer
 */
export function seededUniform(seed: number): () => number {
  let [a, b, c] = [mix(seed ^ 0x9e3779b9), mix(seed + 0x7f4a7c15), mix(Math.imul(seed, 0x85ebca6b) + 1)];
  let counter = 1;
  const next = () => {
    const t = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return ((t >>> 0) + 0.5) / 4294967296;
  };
  for (let i = 0; i < WARM_UP; i++) {
    next();
  }
  return next;
}

/** Finalizer of MurmurHash3. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
