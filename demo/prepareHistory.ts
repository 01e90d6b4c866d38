import { rmSync } from 'node:fs';
import { type ChildProcesses } from './cli/childProcesses';
import { type Note } from './cli/progress';
import { type DemoPaths } from './demoPaths';
import { type DemoPorts } from './demoPorts';
import { readHistoryRecord, tableFingerprint, writeHistoryRecord } from './history/historyRecord';
import { type HistoryOutput, HistoryWriter } from './history/historyWriter';
import { lastSampleTime } from './history/lastSampleTime';
import { type ServiceDefinition } from './history/serviceDefinition';
import { timelineFrom, type Timeline } from './model/timeline';
import { settleHead } from './prometheus/settleHead';

export interface PreparedHistory {
  readonly timeline: Timeline;
  readonly writer: HistoryWriter;
}

export interface HistoryRequest {
  readonly paths: DemoPaths;
  readonly ports: DemoPorts;
  readonly children: ChildProcesses;
  readonly services: readonly ServiceDefinition[];
  readonly fresh: boolean;
  readonly signal: AbortSignal;
}

function forget(paths: DemoPaths): void {
  for (const file of [paths.historyFile, paths.data, paths.scratch]) {
    rmSync(file, { recursive: true, force: true });
  }
}

function outputOf({ paths, signal }: HistoryRequest): HistoryOutput {
  return { scratch: paths.scratch, data: paths.data, signal };
}

async function writeAll(request: HistoryRequest, note: Note): Promise<PreparedHistory> {
  const { paths, services } = request;
  forget(paths);
  const timeline = timelineFrom(Date.now());
  const start = { at: timeline.start, counters: new Map<string, number>() };
  const writer = new HistoryWriter(services, timeline, outputOf(request), start);
  await writer.writeUntil(timeline.anchor, (share) => note(`90 days, ${Math.round(share * 100)} %`));
  writeHistoryRecord(paths.historyFile, { timeline, table: tableFingerprint(services) });
  note(`90 days, ${(writer.samples / 1e6).toFixed(1)} million samples`);
  return { timeline, writer };
}

async function continueFrom(request: HistoryRequest, timeline: Timeline, note: Note): Promise<PreparedHistory> {
  const { paths, services } = request;
  await settleHead(paths, request.ports, request.children);
  const last = await lastSampleTime(paths.data);
  rmSync(paths.scratch, { recursive: true, force: true });
  // Counters begin at 0: whatever stood in the stopped processes is lost, as after any restart.
  const start = { at: last, counters: new Map<string, number>() };
  const writer = new HistoryWriter(services, timeline, outputOf(request), start);
  await writer.writeUntil(Date.now());
  note(`kept; ${((Date.now() - last) / 60_000).toFixed(1)} minutes since the last run filled in`);
  return { timeline, writer };
}

/** Takes the kept history up to now, or makes a new one. */
export async function prepareHistory(request: HistoryRequest, note: Note): Promise<PreparedHistory> {
  const table = tableFingerprint(request.services);
  const kept = readHistoryRecord(request.paths.historyFile, table, Date.now());
  if (!kept || request.fresh || (await lastSampleTime(request.paths.data)) === 0) {
    return writeAll(request, note);
  }
  return continueFrom(request, kept.timeline, note);
}
