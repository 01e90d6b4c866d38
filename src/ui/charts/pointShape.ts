const RADIUS = 3;

type Shape = (x: number, y: number) => string;

const circle: Shape = (x, y) =>
  `M${x - RADIUS},${y}a${RADIUS},${RADIUS} 0 1,0 ${2 * RADIUS},0a${RADIUS},${RADIUS} 0 1,0 ${-2 * RADIUS},0`;
const square: Shape = (x, y) => `M${x - RADIUS},${y - RADIUS}h${2 * RADIUS}v${2 * RADIUS}h${-2 * RADIUS}z`;
const triangle: Shape = (x, y) => `M${x},${y - RADIUS - 1}l${RADIUS + 1},${2 * RADIUS + 1}h${-2 * RADIUS - 2}z`;
const diamond: Shape = (x, y) =>
  `M${x},${y - RADIUS - 1}l${RADIUS + 1},${RADIUS + 1}l${-RADIUS - 1},${RADIUS + 1}l${-RADIUS - 1},${-RADIUS - 1}z`;
const bar: Shape = (x, y) => `M${x - RADIUS - 1},${y - 1.5}h${2 * RADIUS + 2}v3h${-2 * RADIUS - 2}z`;

const SHAPES: readonly Shape[] = [circle, triangle, square, diamond, bar];

/** SVG path of one mark; groups differ by shape as well as by colour. */
export const pointShape = (group: number, x: number, y: number): string =>
  (SHAPES[group % SHAPES.length] ?? circle)(round(x), round(y));

const round = (n: number) => Math.round(n * 10) / 10;
