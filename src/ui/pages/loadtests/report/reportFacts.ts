import type { RunReport } from '../../../../domain/ramp/RunReport';
import { serviceName } from '../../../../domain/records/serviceName';
import { formatDemand } from '../../../format/formatDemand';
import { formatMinute } from '../../../format/formatMinute';
import { formatSeconds } from '../../../format/formatSeconds';
import { formatShare } from '../../../format/formatShare';
import { durationWords } from '../../../loadtest/durationWords';

export interface ReportFact {
  readonly name: string;
  readonly value: string;
}

const timeOr = (milliseconds: number | null, none: string): string => (milliseconds === null ? none : durationWords(milliseconds));

/** Benchmark of a report as an interval, or why it gives none. */
export function benchmarkText({ benchmark, benchmarkWords }: RunReport): string {
  if (benchmark === null) {
    return benchmarkWords;
  }
  const { low, high } = benchmark;
  return high === null ? `at least ${formatDemand(low)} per instance` : `${formatDemand(low)} to ${formatDemand(high)} per instance`;
}

/** Everything of a report that is one line each. */
export function reportFacts(report: RunReport): readonly ReportFact[] {
  const { cpuTrend, knee, kneeWords, requiredWords, spareInstances } = report;
  return [
    { name: 'Service', value: serviceName(report.service) },
    { name: 'Target', value: `${report.target} in pool ${report.pool}` },
    { name: 'Version', value: report.version },
    { name: 'Instance spec', value: report.spec },
    { name: 'When', value: `${formatMinute(report.startedAt)} to ${formatMinute(report.endedAt)}` },
    { name: 'By, why', value: `${report.by}: ${report.reason}` },
    { name: 'One instance carries', value: benchmarkText(report) },
    { name: 'Counted for the fleet', value: report.benchmark === null ? report.benchmarkWords : `${formatDemand(report.benchmark.fleetRps)} per instance${report.benchmark.cpuRatio === null ? '; CPU per request of the peers is not known' : `, CPU per request of the target is ${report.benchmark.cpuRatio.toFixed(2)} of its peers`}` },
    { name: 'Limited by', value: report.limitedBy },
    { name: 'Bottleneck', value: report.bottleneck },
    { name: 'Knee', value: knee === null ? kneeWords : `${formatDemand(knee.rps)}: ${knee.words}` },
    { name: 'CPU against demand', value: cpuTrend === null ? 'fewer than two steps with CPU: no trend' : `${formatSeconds(cpuTrend.slope)} of CPU a request, ${cpuTrend.intercept.toPrecision(3)} cores at rest, from ${cpuTrend.points} steps` },
    { name: 'Greatest share and demand', value: report.maxShare === null || report.maxRps === null ? 'not measured' : `${formatShare(report.maxShare)}, ${formatDemand(report.maxRps)}` },
    { name: 'Deployed instances', value: report.deployedInstances === null ? 'not measured' : String(report.deployedInstances) },
    { name: 'Required', value: requiredWords },
    { name: 'Instances that can go', value: spareInstances === null ? 'not known, or not offered: see Required' : String(spareInstances) },
    { name: 'Against earlier runs', value: report.comparisonWords },
    { name: 'Fault to baseline', value: report.faultToBaselineWords },
    { name: 'Time to recover', value: timeOr(report.timeToRecoverMs, 'not seen') },
    { name: 'Way back, as rehearsed', value: timeOr(report.measuredReturnMs, 'not measured') },
    { name: 'Requests harmed', value: report.harmedRequests === null ? 'not measured' : String(Math.ceil(report.harmedRequests)) },
  ];
}
