const STEPS = [1, 2, 5, 10];

/** Round numbers from 0 up to `max`, about `count` of them; `[0]` when `max` is not above 0. */
export function niceTicks(max: number, count: number): number[] {
  if (!(max > 0) || !Number.isFinite(max)) {
    return [0];
  }
  const rough = max / Math.max(1, count);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((s) => s * magnitude >= rough) ?? 10) * magnitude;
  const ticks = Array.from({ length: Math.floor(max / step + 1e-9) + 1 }, (_, i) => i * step);
  // 0.1 + 0.2 is not a label.
  return ticks.map((tick) => Number(tick.toPrecision(12)));
}
