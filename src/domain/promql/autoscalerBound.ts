import type { Labels } from '../base/Labels';

const BOUND = /_(min|max|desired)_replicas$/;

/** Which number a row of an `autoscaler` question holds; null when it is none of them. */
export function autoscalerBound(labels: Labels): 'min' | 'max' | 'desired' | null {
  const match = BOUND.exec(labels['__name__'] ?? '');
  return (match?.[1] as 'min' | 'max' | 'desired' | undefined) ?? null;
}
