import { evaluateGuard } from '../guards/evaluateGuard';
import type { SubjectSamples } from '../guards/SubjectSamples';
import type { NamedGuard, UnarmedGuard } from './arming/GuardOffer';
import { guardReading } from './guardReading';
import type { GuardList } from './guardSpecs';
import type { GuardReading } from './Observation';

/** One guard as it stands before the run. */
export interface GuardPreview {
  readonly id: string;
  readonly title: string;
  /** What it reads now; null = not armed, or read from the router during the run only. */
  readonly reading: GuardReading | null;
  readonly armed: boolean;
  /** What it is, or why it is not armed. */
  readonly words: string;
  /** The operator asked for it by name and it cannot be had, or it would end the run at its first look. */
  readonly refuses: boolean;
}

/** Each guard with what it reads now, unarmed ones last. @param now clock of the metrics store, epoch milliseconds */
export function previewGuards({ armed, unarmed }: GuardList, subjects: readonly SubjectSamples[], scrapeMs: number, now: number): readonly GuardPreview[] {
  return [...armed.map((guard) => ofArmed(guard, subjects, scrapeMs, now)), ...unarmed.map(ofUnarmed)];
}

function ofArmed(guard: NamedGuard, subjects: readonly SubjectSamples[], scrapeMs: number, now: number): GuardPreview {
  const { title, spec, note } = guard;
  const common = { id: spec.id, title, armed: true };
  if (!('on' in spec) || spec.kind === 'hang') {
    return { ...common, reading: null, words: 'read with the router during the run', refuses: false };
  }
  const reading = guardReading(guard, evaluateGuard(spec, { scrapeMs, subjects, router: null }, now));
  return { ...common, reading, words: [reading.reason, ...(note === undefined ? [] : [note])].join('; '), refuses: reading.state === 'stop' && isAsked(spec.id, spec.on) };
}

/** A dependency or a guard that the operator named. */
const isAsked = (id: string, on: string): boolean => on === 'dependency' || id.startsWith('own-') || id.startsWith('pool-to-');

const ofUnarmed = ({ id, title, reason, asked }: UnarmedGuard): GuardPreview => ({ id, title, reading: null, armed: false, words: reason, refuses: asked });
