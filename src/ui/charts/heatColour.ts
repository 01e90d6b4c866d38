/**
 * Colour of a share 0 to 1 of the greatest value: one hue whose lightness runs the same way in both themes
 * (pale to deep), readable without telling hues apart.
 */
export function heatColour(share: number): string {
  const s = Math.min(1, Math.max(0, share));
  return `hsl(${Math.round(200 + 20 * s)} ${Math.round(55 + 30 * s)}% ${Math.round(92 - 58 * s)}%)`;
}
