import type { NamedFigures, ReportStep } from './RunReport';

/** A dependency whose calls take this much longer under load has part in it. */
const RISE = 1.5;

/**
 * What ran out first, as far as the run tells: the guard that ended it is often a symptom (latency, errors), so that CPU at the
 * greatest load carried and calls to dependencies that slowed down with it stand beside it.
 */
export function runBottleneck(limitedBy: string, steps: readonly ReportStep[]): string {
  const byLoad = steps.filter(({ target }) => target.demandRps !== null).sort((a, b) => (a.target.demandRps ?? 0) - (b.target.demandRps ?? 0));
  const [lightest, heaviest] = [byLoad[0], byLoad.at(-1)];
  if (lightest === undefined || heaviest === undefined || lightest === heaviest) {
    return `${limitedBy}. With fewer than two steps nothing more can be told.`;
  }
  const { cpuCores, demandRps } = heaviest.target;
  const cpu = cpuCores === null ? 'CPU is not in the metrics' : `at ${Math.round(demandRps ?? 0)} requests/s the target used ${Number(cpuCores.toPrecision(2))} cores`;
  return `${limitedBy}; ${cpu}; ${dependencyWords(lightest.dependencies, heaviest.dependencies)}.`;
}

function dependencyWords(light: readonly NamedFigures[], heavy: readonly NamedFigures[]): string {
  const rises = heavy.flatMap(({ name, meanSeconds }) => {
    const before = light.find((one) => one.name === name)?.meanSeconds ?? null;
    return before !== null && before > 0 && meanSeconds !== null ? [{ name, rise: meanSeconds / before }] : [];
  });
  const [worst] = [...rises].sort((a, b) => b.rise - a.rise);
  if (worst === undefined) {
    return 'calls to dependencies are not in the metrics';
  }
  return worst.rise >= RISE ? `calls to ${worst.name} took ${worst.rise.toFixed(1)} times as long as at the lightest step` : 'no dependency slowed down with the load';
}
