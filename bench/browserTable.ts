import type { BrowserFigures, PhaseFigures, VisitFigures } from './browser/BrowserFigures';

type Cells = readonly string[];
const VISITS = ['cold', 'warm', 'hourLater'] as const;
const NAMES: Readonly<Record<(typeof VISITS)[number], string>> = { cold: 'cold', warm: 'warm', hourLater: 'an hour later' };

const VISIT_HEAD = [
  'fleet page in a browser',
  'services',
  'first question',
  'first rows',
  'complete',
  'expressions',
  'requests',
  'samples read',
  'on the wire',
  'peak JS heap',
];
const TASK_HEAD = ['longest main-thread task', 'services', 'wall', 'CPU', 'tasks of 50 ms or more', 'slowest input'];

/** What the browser tells, as Markdown. */
export const browserTable = (all: readonly BrowserFigures[], where: string): string =>
  [
    `## ${where}`,
    table(VISIT_HEAD, VISITS.flatMap((visit) => all.map((b) => visitRow(NAMES[visit], b.services, b[visit])))),
    table(TASK_HEAD, phasesOf(all)),
    all.map(promises).join('\n'),
    growth(all),
  ].join('\n\n');

const visitRow = (name: string, services: number, v: VisitFigures): Cells => [
  name,
  String(services),
  seconds(v.firstQuestion),
  seconds(v.firstRows),
  seconds(v.complete),
  String(v.expressions.length),
  String(v.requests),
  millions(v.samples),
  megabytes(v.bytes),
  megabytes(v.peakHeap),
];

/** Phase by phase, fleets beside each other. */
function phasesOf(all: readonly BrowserFigures[]): Cells[] {
  const phases = all.map((b) => [b.cold.boot, ...VISITS.map((visit) => b[visit].fill), ...b.gestures]);
  const names = phases[0]?.map(({ name }) => name) ?? [];
  return names.flatMap((_, i) => all.flatMap((b, fleet) => taskRow(b.services, phases[fleet]?.[i])));
}

const taskRow = (services: number, phase: PhaseFigures | undefined): Cells[] =>
  phase === undefined
    ? []
    : [
        [
          phase.name,
          String(services),
          milliseconds(phase.longest),
          phase.longestCpu === null ? '-' : milliseconds(phase.longestCpu),
          String(phase.longTasks),
          phase.slowestInput === null ? '-' : milliseconds(phase.slowestInput),
        ],
      ];

const promises = ({ services, cold, warm, hourLater, bare }: BrowserFigures): string =>
  [
    `- ${services} services: cold, first question to complete : bare expressions one by one (${seconds(bare)}): ${ratio(cold.complete - cold.firstQuestion, bare)}`,
    `samples cold : warm ${ratio(cold.samples, warm.samples)}, cold : an hour later ${ratio(cold.samples, hourLater.samples)}`,
    `an hour later the ledger alone gave ${seconds(hourLater.firstRows)} to first rows, history withheld`,
  ].join('; ');

function growth(all: readonly BrowserFigures[]): string {
  const [small, large] = all;
  if (!small || !large) {
    return '';
  }
  const parts = [
    `services ${ratio(large.services, small.services)}`,
    `expressions ${ratio(large.cold.expressions.length, small.cold.expressions.length)}`,
    `complete ${ratio(large.cold.complete, small.cold.complete)}`,
    `longest task, wall ${ratio(large.cold.fill.longest, small.cold.fill.longest)}`,
    `peak heap ${ratio(large.cold.peakHeap, small.cold.peakHeap)}`,
  ];
  return `Growth of the cold page in a browser: ${parts.join(', ')}.`;
}

function table(head: Cells, rows: readonly Cells[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
const milliseconds = (ms: number): string => `${ms.toFixed(0)} ms`;
const millions = (n: number): string => `${(n / 1e6).toFixed(2)} M`;
const megabytes = (n: number): string => `${(n / 1e6).toFixed(1)} MB`;
const ratio = (a: number, b: number): string => (b > 0 ? `${(a / b).toFixed(a / b < 10 ? 2 : 0)} x` : '-');
