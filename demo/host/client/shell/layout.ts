/** Heights and widths the shell's parts agree on, in pixels. */
export const BANNER_HEIGHT = 24;
export const TOP_BAR_HEIGHT = 40;
export const SIDE_BAR_WIDTH = 240;
