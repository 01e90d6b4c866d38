import { MINUTE } from '../base/Duration';
import type { QuestionContext } from '../promql/QuestionContext';
import { recordedExprs } from '../promql/recordedExprs';
import type { RecordingDocument } from './RecordingDocument';
import { recordingIdentity, type RecordedSource } from './recordingIdentity';

const ONE = { index: 0, of: 1 };
const DOC = 'Recorded by Headroom for its own pages: they read this series instead of the raw ones once it reaches back as far.';

/** What pages ask, recorded for every profile of a source: the rules of the file, one by one. What cannot be recorded is left out. */
export const recordingDocuments = (source: RecordedSource, contexts: readonly QuestionContext[]): readonly RecordingDocument[] =>
  contexts.flatMap((given) => {
    const context = { ...given, service: undefined };
    const { profile } = context;
    return recordedExprs(context).recordable.map(({ name, text }): RecordingDocument => {
      // What looks back an hour need not be asked every minute.
      const interval = name.endsWith('1h') ? 5 * MINUTE : MINUTE;
      return {
        ...recordingIdentity(source, context, { record: name, interval, part: ONE }),
        value: text,
        doc: DOC,
        mark: { v: 1, intent: name, params: {}, tier: null, source: source.uid, profile: profile.id, group: [...profile.group], limits: [] },
      };
    });
  });
