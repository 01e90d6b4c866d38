import type { DetectedProfile } from '../../domain/catalogue/DetectedProfile';
import { InvalidName } from '../../domain/promql/InvalidName';
import type { QuestionContext } from '../../domain/promql/QuestionContext';
import { rawSeriesQuestion, recordedCost } from '../../domain/promql/recordedCost';
import type { ProfileCost } from './RecordingPlan';
import type { SourceProbe } from './SourceProbe';

/** What recording each profile costs and saves; a profile whose series cannot be counted is left out. */
export async function recordingCosts(
  probe: SourceProbe,
  contexts: readonly QuestionContext[],
  detected: readonly DetectedProfile[],
  historyDays: number
): Promise<readonly ProfileCost[]> {
  const all = await Promise.all(
    contexts.map(async (context): Promise<ProfileCost[]> => {
      const { id } = context.profile;
      const rawSeries = await countOf(probe, context);
      const services = detected.find(({ profile }) => profile.id === id)?.services ?? 0;
      return rawSeries === null || services === 0 ? [] : [{ profile: id, ...recordedCost(context, { services, rawSeries, historyDays }) }];
    })
  );
  return all.flat();
}

async function countOf(probe: SourceProbe, context: QuestionContext): Promise<number | null> {
  try {
    const rows = await probe.instant(rawSeriesQuestion(context));
    return rows.ok ? (rows.value[0]?.value ?? null) : null;
  } catch (error) {
    if (error instanceof InvalidName) {
      return null;
    }
    throw error;
  }
}
