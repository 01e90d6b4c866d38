import type { NamedFigures, ReportStep, RunReport, StepFigures } from './RunReport';

const NOT_KNOWN = 'not known';
const NOT_MEASURED = 'not measured';
const number = (value: number | null, digits = 3): string => (value === null ? NOT_KNOWN : String(Number(value.toPrecision(digits))));
/** Of a run that was closed by somebody else little was measured. */
const measured = (value: number | null, words: (value: number) => string): string => (value === null ? NOT_MEASURED : words(value));
const percent = (share: number | null): string => (share === null ? NOT_KNOWN : `${number(share * 100)} %`);
const seconds = (ms: number | null): string => (ms === null ? 'not seen' : `${number(ms / 1000)} s`);
const time = (at: number): string => new Date(at).toISOString();
/** Text in a table cell or a paragraph must not become markup. */
const plain = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, (c) => `\\${c}`);

/** The report as Markdown, every field of it. Times are UTC. */
export function reportMarkdown(report: RunReport): string {
  return [...head(report), ...stepTable(report.steps), ...report.steps.flatMap(details), ...verdicts(report), ...tail(report)].join('\n');
}

function head(report: RunReport): string[] {
  const { benchmark, required, cpuTrend } = report;
  return [
    `# Load test of ${plain(report.target)}`,
    '',
    plain(report.headline),
    '',
    `- Service: ${plain(report.service)}, pool ${plain(report.pool)}`,
    `- Run ${plain(report.runId)} by ${plain(report.by)}: ${plain(report.reason)}`,
    `- From ${time(report.startedAt)} to ${time(report.endedAt)} (${seconds(report.endedAt - report.startedAt)})`,
    `- Benchmark: ${plain(report.benchmarkWords)}`,
    ...(benchmark === null ? [] : [`- For the fleet: ${number(benchmark.fleetRps)} requests/s an instance (CPU per request over peers: ${number(benchmark.cpuRatio)})`]),
    `- Limited by: ${plain(report.limitedBy)}`,
    `- Bottleneck: ${plain(report.bottleneck)}`,
    `- Knee: ${plain(report.kneeWords)}`,
    `- Maximum share ${measured(report.maxShare, percent)}, maximum demand ${measured(report.maxRps, (rps) => `${number(rps)} requests/s`)}`,
    `- CPU over demand: ${cpuTrend === null ? 'not known' : `${number(cpuTrend.slope * 1000)} core-ms a request, ${number(cpuTrend.intercept)} cores at rest, ${cpuTrend.points} steps`}`,
    `- Version ${plain(report.version)}, spec ${plain(report.spec)}, instances deployed: ${measured(report.deployedInstances, String)}`,
    `- Required: ${plain(report.requiredWords)}${required === null ? '' : ` Instances that can go: ${report.spareInstances ?? NOT_KNOWN}.`}`,
    `- Fault to baseline: ${plain(report.faultToBaselineWords)}`,
    `- Time to recover ${seconds(report.timeToRecoverMs)}, measured way back ${seconds(report.measuredReturnMs)}`,
    `- Requests harmed: ${measured(report.harmedRequests, (harmed) => number(harmed))}`,
    `- Against earlier runs: ${plain(report.comparisonWords)}`,
    `- Same time range: ${report.link}, dashboard ${report.dashboard}`,
    '',
  ];
}

function stepTable(steps: readonly ReportStep[]): string[] {
  const rows = steps.map(
    (s) => `| ${s.index} | ${s.purpose} | ${percent(s.commandedShare)} | ${percent(s.measuredShare)} | ${number(s.offeredRps)} | ${s.result} | ${plain(s.why)} |`
  );
  return ['## Steps', '', '| step | purpose | commanded | measured | offered requests/s | result | why |', '| --- | --- | --- | --- | --- | --- | --- |', ...rows, ''];
}

function details(step: ReportStep): string[] {
  const rows: readonly NamedFigures[] = [{ name: 'target', ...step.target }, { name: 'peers, mean', ...step.peers }, ...step.apis, ...step.dependencies];
  return [
    `### Step ${step.index}, ${time(step.from)} to ${time(step.to)}`,
    '',
    '| of | requests/s | CPU cores | memory bytes | mean s | p99 s | errors |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${plain(row.name)} | ${figures(row)} |`),
    '',
  ];
}

const figures = ({ demandRps, cpuCores, memoryBytes, meanSeconds, p99Seconds, errorRatio }: StepFigures): string =>
  [number(demandRps), number(cpuCores), number(memoryBytes), number(meanSeconds), number(p99Seconds), percent(errorRatio)].join(' | ');

function verdicts({ verdicts: all }: RunReport): string[] {
  const lines = all.flatMap(({ step, verdict }) => [
    `- Step ${step}, ${verdict.judge}: ${verdict.decision}. ${plain(verdict.reason)}`,
    ...verdict.metrics.map((m) => `  - ${plain(m.name)}: ${plain(m.rule)} ${plain(m.flip)}`),
  ]);
  return ['## Verdicts', '', ...(lines.length > 0 ? lines : ['No step was judged.']), ''];
}

function tail({ checks, warnings }: RunReport): string[] {
  const shown = checks.map((c) => `- ${plain(c.title)} (${c.state}): ${plain(c.evidence)}`);
  return ['## Preflight', '', ...(shown.length > 0 ? shown : ['Every check passed.']), '', ...(warnings.length > 0 ? ['## Warnings', '', ...warnings.map((w) => `- ${plain(w)}`), ''] : [])];
}
