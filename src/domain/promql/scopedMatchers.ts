import type { Matcher } from '../catalogue/Profile';
import type { QuestionContext } from './QuestionContext';

/** Matchers every selector on the profile's own labels carries: its own, the source's scope, and the one service asked about. */
export const scopedMatchers = (context: QuestionContext, own: readonly Matcher[] = []): readonly Matcher[] => [
  ...own,
  ...context.scope,
  ...serviceMatchers(context),
];

function serviceMatchers({ profile, service }: QuestionContext): readonly Matcher[] {
  if (!service) {
    return [];
  }
  return profile.group.map((label) => ({ label, op: '=' as const, value: service.labels[label] ?? '' }));
}
