import type { Receiver, RecordingSupport } from '../../ports/RecordingRules';

/** Whether Grafana can record for a source here, and what is missing. */
export type RecordingReadiness =
  | { readonly kind: 'ready'; readonly warnings: readonly string[] }
  /** What is missing, and the way out. */
  | { readonly kind: 'missing'; readonly reasons: readonly string[] };

const SWITCHED_OFF =
  'Recording rules are switched off in this Grafana: set enabled = true under [recording_rules] in its configuration and restart it.';
const NO_TARGET =
  'There is no data source of type Prometheus that Grafana could write to: it writes recorded series by remote write, to Prometheus or Mimir only.';

/**
 * @param source uid of the data source that is read
 * @param target uid of the data source to be written to
 * @param receiver whether that one takes what is written to it
 */
export function recordingReadiness({ enabled, targets }: RecordingSupport, source: string, target: string, receiver: Receiver): RecordingReadiness {
  if (!enabled) {
    return { kind: 'missing', reasons: [SWITCHED_OFF] };
  }
  const chosen = targets.find(({ uid }) => uid === target);
  if (chosen === undefined) {
    return { kind: 'missing', reasons: [NO_TARGET] };
  }
  const { name, allowed, writes } = chosen;
  const reasons = [
    !allowed && `The data source ${name} may not be written to: allow it as recording rules target in its settings (allowAsRecordingRulesTarget).`,
    writes === 'push' &&
      receiver !== 'unknown' &&
      `The settings of the data source ${name} do not say that it is a Prometheus, so Grafana would write to the paths of Mimir, which it does not have: choose Prometheus as Prometheus type there.`,
    receiver === 'off' && `The Prometheus behind ${name} does not take remote writes: start it with --web.enable-remote-write-receiver.`,
  ].filter((reason) => reason !== false);
  if (reasons.length > 0) {
    return { kind: 'missing', reasons };
  }
  const warnings = [
    receiver === 'unknown' && `Whether ${name} takes remote writes could not be seen from here: look at the state of the rules after they are saved.`,
    target !== source && `Headroom reads another data source than it would write to: it finds the recorded series only if both read the same store.`,
  ].filter((warning) => warning !== false);
  return { kind: 'ready', warnings };
}
