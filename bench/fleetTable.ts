import type { Figures } from './Figures';
import type { FleetFigures } from './measureFleet';

const HEAD = [
  'fleet page',
  'wall time',
  'first picture',
  'expressions',
  'requests',
  'samples read',
  'at peak',
  'on the wire',
  'longest block',
  'peak heap',
];

/** The query layer's measurements as Markdown: a table for each fleet, and the ratios that are promised. */
export const fleetTable = (fleets: readonly FleetFigures[]): string =>
  ['## Query layer (no browser)', ...fleets.map(tableOf), growth(fleets)].join('\n\n');

function tableOf(fleet: FleetFigures): string {
  const rows: ReadonlyArray<readonly [name: string, figures: Figures]> = [
    ['bare expressions, one by one', fleet.bare],
    ['cold', fleet.cold],
    ['warm', fleet.warm],
    ['an hour later', fleet.hourLater],
  ];
  const lines = [HEAD, HEAD.map(() => '---'), ...rows.map(([name, f]) => cells(name, f))].map(
    (row) => `| ${row.join(' | ')} |`
  );
  return [`### ${fleet.services} services`, '', ...lines, '', ...ratios(fleet)].join('\n');
}

const cells = (name: string, f: Figures): string[] => [
  name,
  seconds(f.milliseconds),
  f.firstPicture === null ? '-' : seconds(f.firstPicture),
  String(f.expressions),
  String(f.requests),
  millions(f.samples),
  millions(f.peakSamples),
  megabytes(f.bytes),
  `${f.longestBlock.toFixed(0)} ms`,
  megabytes(f.peakHeap),
];

function ratios({ bare, cold, warm, hourLater, refusals }: FleetFigures): string[] {
  return [
    `- cold : bare, wall time: ${ratio(cold.milliseconds, bare.milliseconds)}`,
    `- cold : warm, samples read: ${ratio(cold.samples, warm.samples)}; cold : an hour later: ${ratio(cold.samples, hourLater.samples)}`,
    ...(refusals.length > 0 ? [`- refused when asked whole (bare), then sent in halves: ${refusals.join(', ')}`] : []),
  ];
}

function growth(fleets: readonly FleetFigures[]): string {
  const [small, large] = fleets;
  if (!small || !large) {
    return '';
  }
  const parts = [
    `services ${ratio(large.services, small.services)}`,
    `expressions ${ratio(large.cold.expressions, small.cold.expressions)}`,
    `requests ${ratio(large.cold.requests, small.cold.requests)}`,
    `samples read ${ratio(large.cold.samples, small.cold.samples)}`,
    `wall time ${ratio(large.cold.milliseconds, small.cold.milliseconds)} (bare ${ratio(large.bare.milliseconds, small.bare.milliseconds)})`,
    `peak heap ${ratio(large.cold.peakHeap, small.cold.peakHeap)}`,
  ];
  return `Growth of the cold page from ${small.services} to ${large.services} services: ${parts.join(', ')}.`;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
const millions = (n: number): string => `${(n / 1e6).toFixed(2)} M`;
const megabytes = (n: number): string => `${(n / 1e6).toFixed(2)} MB`;
const ratio = (a: number, b: number): string => `${(a / b).toFixed(a / b < 10 ? 2 : 0)} x`;
