import { OUTCOME_WORDS, type OutcomeKind } from '../../domain/ramp/Outcome';
import type { RunLog } from '../../ports/RunStore';
import type { RunLine } from './LoadTestView';

const isKnown = (outcome: string): outcome is OutcomeKind => Object.hasOwn(OUTCOME_WORDS, outcome);

/** Ends that are not good, as the page that drove the run draws them. */
const TONES: Readonly<Partial<Record<OutcomeKind, RunLine['tone']>>> = { 'lost-control': 'bad', 'stopped-by-guard': 'warn', inconclusive: 'warn' };

/** One line for each record of a run, oldest first. */
export const linesOfLog = (log: Pick<RunLog, 'records'>): readonly RunLine[] =>
  log.records.map((record): RunLine => {
    switch (record.event) {
      case 'start':
        return { at: record.at, text: `Started by ${record.by}: ${record.reason}`, tone: 'info' };
      case 'change':
        return { at: record.at, text: `${record.state}${record.step === null ? '' : `, step ${record.step}`}${record.detail === '' ? '' : `: ${record.detail}`}`, tone: 'info' };
      case 'end':
        return { at: record.at, text: `${isKnown(record.outcome) ? OUTCOME_WORDS[record.outcome] : record.outcome}. ${record.detail}`, tone: isKnown(record.outcome) ? (TONES[record.outcome] ?? 'good') : 'warn' };
      case 'closed':
        return { at: record.at, text: `Closed by ${record.by}: ${record.detail}`, tone: 'warn' };
    }
  });
