import { DAY, MINUTE, SECOND } from '../../domain/base/Duration';
import { traitsResolver } from '../../domain/catalogue/resolveTraits';
import type { ServiceFacts } from '../../domain/capacity/ServiceFacts';
import { isAbortError } from '../../ports/AbortError';
import type { FillProgress } from '../FillProgress';
import type { Notice } from '../Notice';
import type { QueryLayer } from '../queries/QueryLayer';
import { sameContexts } from '../sources/sameContexts';
import type { SourceContext } from '../sources/SourceContext';
import type { AssemblyContext } from './AssemblyContext';
import type { FleetPorts } from './Fleet';
import { FleetAssembler } from './FleetAssembler';
import { fleetProgress } from './fleetProgress';
import type { FleetState } from './FleetState';
import type { FleetView } from './FleetView';
import { FleetReader } from './FleetReader';
import { findFleet, recallFleet, type FoundFleet } from './findFleet';
import { publishAths } from './publishAths';
import { readingNotices } from './readingNotices';
import { readRecords, type Records } from './readRecords';
import { servicesOf } from './servicesOf';
import { settingsInUse, type SettingsInUse } from './SettingsReader';
import { pendingPeaks } from './pendingPeaks';
import { WorkSlices } from './WorkSlices';

/** "Now" is asked again this often; the tail of history less often. */
const NOW_EVERY = MINUTE;
const HISTORY_EVERY = 15;
/** After a failure everything is tried again this soon. */
const RETRY = 10 * SECOND;
/** Answers arriving together are drawn together. */
const SETTLE = 150;
/** Above this many services a first picture comes without what takes long to work out. */
const LARGE = 200;
const WORKING_OUT: FillProgress = { share: 0.99, doing: 'Working out estimates, bursts and skews.', questionsDone: 0, questions: 1 };
/** While history is filled, drawing may take a fifth of the time: this many times what the last picture took to draw... */
const REST = 4;
/** ...but nobody looks at an old picture for longer than this. */
const LONGEST_REST = 2 * SECOND;

/**
 * One reading of the fleet from settings to view: find what the sources hold, read now and history, assemble, emit;
 * again every minute until stopped.
 */
export class FleetRun {
  private readonly assembler = new FleetAssembler();
  private stopped = new AbortController();
  private reader: FleetReader | null = null;
  private inUse: SettingsInUse | null = null;
  private records: Records | null = null;
  private found: readonly Notice[] = [];
  private readAt: number | null = null;
  private dirty = false;
  private drawing = false;
  private published = false;
  private looked = false;
  /** A picture with services was drawn. */
  private sketched = false;
  private wake: () => void = () => undefined;
  /** Somebody asked while a round was under way: another one follows. */
  private askedAgain = false;
  /** Milliseconds the last picture took. */
  private drawCost = 0;

  constructor(
    private readonly ports: FleetPorts,
    private readonly layer: QueryLayer,
    private readonly emit: (state: FleetState) => void
  ) {}

  start(): void {
    void this.read(this.stopped.signal).catch(ignoreAbort);
  }

  stop(): void {
    this.stopped.abort();
    this.reader?.stop();
  }

  reload(): void {
    this.stop();
    this.stopped = new AbortController();
    this.reader = null;
    this.looked = false;
    this.start();
  }

  /** Reads again now, what failed included. */
  refresh(): void {
    this.askedAgain = true;
    this.wake();
  }

  private async read(signal: AbortSignal): Promise<void> {
    const { clock, settings, dataSources } = this.ports;
    const inUse = await settingsInUse(settings, dataSources);
    const records = readRecords(this.ports.benchmarks, this.ports.aths);
    const look = () => findFleet(this.ports, inUse.settings, clock.now(), signal);
    const first = look();
    // It is waited for below; should it be cut short before, nobody needs to hear twice.
    first.catch(() => undefined);
    const kept = await this.readKept(inUse, records, signal);
    let found = await first;
    let reader = await this.takeOver(found, kept, inUse, records, signal);
    let fresh = reader !== kept;
    for (let round = 0; ; round++) {
      if (round > 0 && found.lacking) {
        // A source that gave no answer is looked into again, until it does.
        const before: FleetReader = reader;
        found = await look();
        reader = await this.takeOver(found, before, inUse, records, signal);
        fresh = reader !== before;
      }
      // Asked first, so that what the ledger holds is drawn without waiting; the layer lets "now" overtake.
      if (fresh || (round > 0 && round % HISTORY_EVERY === 0)) {
        reader.readHistory(clock.now());
        fresh = false;
      } else {
        reader.retryHistory(clock.now());
      }
      await this.readNow(reader);
      await this.pause(reader, found.lacking, signal);
    }
  }

  /** Draws and reads what an earlier visit found, without waiting for what is there now; null when nothing is kept. */
  private async readKept(inUse: SettingsInUse, records: Promise<Records>, signal: AbortSignal): Promise<FleetReader | null> {
    const kept = await recallFleet(this.ports, inUse.settings);
    if (kept.length === 0) {
      return null;
    }
    await this.setOut(inUse, records, signal);
    const reader = this.newReader(kept, inUse);
    reader.readHistory(this.ports.clock.now());
    void this.readNow(reader).catch(ignoreAbort);
    return reader;
  }

  /** The reader that goes on from what was found. */
  private async takeOver(found: FoundFleet, before: FleetReader | null, inUse: SettingsInUse, records: Promise<Records>, signal: AbortSignal): Promise<FleetReader> {
    await this.setOut(inUse, records, signal);
    const reader = this.readerOf(found, inUse, before);
    this.changed();
    return reader;
  }

  private async setOut(inUse: SettingsInUse, records: Promise<Records>, signal: AbortSignal): Promise<void> {
    this.records = await records;
    signal.throwIfAborted();
    this.inUse = inUse;
  }

  /** The reader of what was found; the one at work stays when it asks the same. */
  private readerOf(found: FoundFleet, inUse: SettingsInUse, before: FleetReader | null): FleetReader {
    this.found = found.notices;
    if (before && sameContexts(before.all().map(({ source }) => source), found.contexts)) {
      return before;
    }
    before?.stop();
    this.looked = false;
    return this.newReader(found.contexts, inUse);
  }

  private newReader(contexts: readonly SourceContext[], inUse: SettingsInUse): FleetReader {
    const reader = new FleetReader(this.layer, contexts, inUse.settings.historyDays, () => this.changed());
    this.reader = reader;
    return reader;
  }

  private async readNow(reader: FleetReader): Promise<void> {
    const at = this.ports.clock.now();
    if (await reader.readNow(at)) {
      this.readAt = at;
    }
    this.looked ||= reader === this.reader;
    this.changed();
  }

  /** Sleeps until it is time to read again: soon when something has failed meanwhile, at once when somebody asks for it. */
  private async pause(reader: FleetReader, lacking: boolean, signal: AbortSignal): Promise<void> {
    const { clock } = this.ports;
    const until = clock.now() + NOW_EVERY;
    const woken = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    let due = false;
    while (!this.askedAgain && !due) {
      await Promise.race([clock.sleep(RETRY, signal), woken]);
      due = lacking || reader.hasFailures() || clock.now() >= until;
    }
    this.askedAgain = false;
    this.wake = () => undefined;
  }

  private changed(): void {
    this.dirty = true;
    if (!this.drawing) {
      this.drawing = true;
      void this.draw(this.stopped.signal).catch(ignoreAbort);
    }
  }

  private async draw(signal: AbortSignal): Promise<void> {
    try {
      while (this.dirty) {
        await this.settle(signal);
        this.dirty = false;
        const begun = this.ports.clock.now();
        await this.drawOnce(signal);
        this.drawCost = this.ports.clock.now() - begun;
      }
    } finally {
      this.drawing = false;
    }
  }

  /** Lets further answers come in; longer while a fill brings one after the other, and no longer than that. */
  private async settle(signal: AbortSignal): Promise<void> {
    const { clock } = this.ports;
    const until = clock.now() + Math.min(LONGEST_REST, REST * this.drawCost);
    do {
      await clock.sleep(SETTLE, signal);
    } while (clock.now() < until && this.reader !== null && fleetProgress(this.reader.all()) !== null);
  }

  private async drawOnce(signal: AbortSignal): Promise<void> {
    const { reader, inUse, records } = this;
    if (!reader || !inUse || !records) {
      return;
    }
    const context: AssemblyContext = {
      settings: inUse.settings,
      traitsOf: traitsResolver(inUse.settings),
      ...records.byService,
      now: this.ports.clock.now(),
      sketch: !this.sketched && reader.all().some((r) => servicesOf(r).length > LARGE),
    };
    const slices = new WorkSlices(this.ports.clock, signal);
    const services = await this.assembler.assemble(reader.all(), context, slices);
    await slices.rest();
    if (services.length === 0 && this.sketched && !this.looked) {
      // What is on screen stays until the reading that took over has come as far.
      return;
    }
    const reading = fleetProgress(reader.all());
    const progress = context.sketch ? (reading ?? WORKING_OUT) : reading;
    const view: FleetView = {
      mode: inUse.mode,
      state: stateOf(services, reader, this.looked && progress === null),
      services,
      notices: [...inUse.notices, ...this.found, ...records.notices, ...readingNotices(reader.all()), ...forgetful(this.ports.ledger.durable, this.readAt)],
      progress,
      currency: inUse.settings.currency,
      readAt: this.readAt,
      since: context.now - inUse.settings.historyDays * DAY,
    };
    this.emit({ view, settings: inUse.settings, readings: reader.all(), context });
    this.sketched ||= services.length > 0;
    if (context.sketch) {
      this.dirty = true;
      return;
    }
    await slices.rest();
    const pending = await pendingPeaks(reader.all(), this.assembler.facts, context, slices);
    pending.forEach(({ source, day }) => reader.secondLook(source, day));
    if (progress === null && !this.published) {
      this.published = true;
      // Nobody waits for it: pictures go on meanwhile.
      void publishAths(this.ports, reader.all(), this.assembler.facts, context, signal).catch(ignoreAbort);
    }
  }
}

function stateOf(services: readonly ServiceFacts[], reader: FleetReader, looked: boolean): FleetView['state'] {
  if (services.length > 0) {
    return 'ready';
  }
  return reader.all().length === 0 || looked ? 'empty' : 'loading';
}

/** Said once something was read: before that, nobody has asked the browser. */
const forgetful = (durable: boolean, readAt: number | null): readonly Notice[] =>
  durable || readAt === null
    ? []
    : [
        {
          id: 'ledger',
          severity: 'info',
          title: 'This browser keeps nothing for Headroom',
          detail: 'Its storage (IndexedDB) is missing, full or refused, as in some private windows. Everything works, but history is read again at each visit, which is slower.',
        },
      ];

/** Cancellation is not a failure; anything else is a bug and must be seen. */
function ignoreAbort(error: unknown): void {
  if (!isAbortError(error)) {
    throw error;
  }
}
