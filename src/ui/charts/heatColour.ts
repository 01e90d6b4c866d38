/**
 * Colour of a share 0 to 1 of the greatest value: one hue from near the page's background to what stands out from it
 * most, so that lightness alone can be read: pale to deep on a light page, dim to bright on a dark one.
 */
export function heatColour(share: number, isDark: boolean): string {
  // Nights are rarely below a third of the day: drawn straight, they would look busy.
  const s = Math.min(1, Math.max(0, share)) ** 1.6;
  return isDark
    ? `hsl(${Math.round(216 - 16 * s)} ${Math.round(30 + 60 * s)}% ${Math.round(15 + 57 * s)}%)`
    : `hsl(${Math.round(200 + 20 * s)} ${Math.round(55 + 30 * s)}% ${Math.round(94 - 60 * s)}%)`;
}
