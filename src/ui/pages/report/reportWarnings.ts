import type { ReportView } from '../../../engine/reports/ReportView';

/** What limits a report as a whole and must go with it when it is copied. */
export function reportWarnings({ progress, notices }: Pick<ReportView, 'progress' | 'notices'>): readonly string[] {
  return [
    ...(progress === null ? [] : [`History is being read (${Math.floor(progress.share * 100)} %): figures may still move.`]),
    ...notices.filter(({ severity }) => severity !== 'info').map(({ title, detail }) => `${title}: ${detail}`),
  ];
}
