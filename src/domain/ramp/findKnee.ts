/** Latency this much faster than at the lowest step while load grew. */
const RISE = 1.5;

/** The lowest demand from which mean latency is half above that of the lightest step; null = none was seen. */
export function findKnee(points: ReadonlyArray<{ readonly rps: number | null; readonly seconds: number | null }>): { readonly rps: number; readonly words: string } | null {
  const known = points.flatMap(({ rps, seconds }) => (rps === null || seconds === null || seconds <= 0 ? [] : [{ rps, seconds }])).sort((a, b) => a.rps - b.rps);
  const [first] = known;
  const knee = first === undefined ? undefined : known.find((p) => p.seconds > RISE * first.seconds);
  if (first === undefined || knee === undefined) {
    return null;
  }
  return { rps: knee.rps, words: `From ${Math.round(knee.rps)} requests/s on mean latency is ${(knee.seconds / first.seconds).toFixed(1)} times that at ${Math.round(first.rps)}.` };
}
