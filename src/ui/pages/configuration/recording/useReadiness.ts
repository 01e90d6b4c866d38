import { useEffect, useState } from 'react';
import { recordingReadiness, type RecordingReadiness } from '../../../../engine/alerting/recordingReadiness';
import { useHeadroom } from '../../../HeadroomContext';

/** Whether Grafana can record for a source; null while the target is asked. */
export function useReadiness(source: string, target: string): RecordingReadiness | null {
  const { recording } = useHeadroom();
  const [readiness, setReadiness] = useState<RecordingReadiness | null>(null);
  useEffect(() => {
    let gone = false;
    // Where recording is switched off, nobody needs to be asked.
    const receiver = recording.support.enabled ? recording.receiver(target) : Promise.resolve('unknown' as const);
    void receiver.then((answer) => gone || setReadiness(recordingReadiness(recording.support, source, target, answer)));
    return () => {
      gone = true;
    };
  }, [recording, source, target]);
  return readiness;
}
