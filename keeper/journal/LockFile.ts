import { createHash } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { LockHeld } from './LockHeld';
import { LockVoice } from './LockVoice';
import { isOfThisMachine, isOfThisPlace, isRunning, readHolder, thisHolder, type LockHolder } from './LockHolder';

export interface LockTimes {
  /** A holder says so often that it lives, by the time of its file. */
  readonly beatMs: number;
  /** A holder that cannot be looked up and is silent for so long is dead. */
  readonly silentMs: number;
}

const TIMES: LockTimes = { beatMs: 1000, silentMs: 5000 };
const MOST_ATTEMPTS = 10;
const LOOK_EVERY_MS = 50;

/**
 * Keeps a second keeper away from a router. A lock whose holder is dead is taken over, by one of those who try:
 * - a holder of the same machine and process namespace is looked up by its number and start, so a keeper that is started again waits for nothing;
 * - one of another container of this machine listens on a socket beside the file, and is dead when nobody does: a container that is started
 *   again on its volume waits for nothing either;
 * - one of another machine, or whose volume takes no sockets, is dead when its file was not touched for five seconds. On another machine clocks
 *   are not compared; the whole five seconds are watched. So long waits a machine that was started again, too.
 * A holder that was frozen for longer (a paused machine) finds its lock gone when it wakes and is told so; it must end at once.
 * Volumes of several machines need a file system with hard links whose times the others see in time.
 */
export class LockFile {
  private readonly timer: NodeJS.Timeout;
  private released = false;

  private constructor(
    private readonly path: string,
    private readonly text: string,
    private readonly handle: FileHandle,
    private readonly voice: LockVoice | null,
    private readonly onLost: () => void,
    beatMs: number
  ) {
    this.timer = setInterval(() => void this.beat(), beatMs).unref();
  }

  /**
   * @param onLost another keeper has taken the lock over: nothing may be written any more
   * @throws LockHeld naming the holder, the file and the way out
   */
  static async take(path: string, onLost: () => void, times: LockTimes = TIMES): Promise<LockFile> {
    await mkdir(dirname(path), { recursive: true });
    const { text } = thisHolder();
    const mine = `${path}.${hashOf(text)}`;
    const handle = await open(mine, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await seize(path, mine, path, times.silentMs);
      return new LockFile(path, text, handle, await LockVoice.raise(voiceOf(path, text)), onLost, times.beatMs);
    } catch (reason) {
      await handle.close();
      throw reason;
    } finally {
      await rm(mine, { force: true });
    }
  }

  async release(): Promise<void> {
    this.released = true;
    clearInterval(this.timer);
    await this.handle.close();
    await this.voice?.end();
    if ((await textOf(this.path)) === this.text) {
      await rm(this.path, { force: true });
    }
  }

  private async beat(): Promise<void> {
    const now = new Date();
    // A beat that fails is one of five; a file that is gone is nobody's.
    const held = await this.handle.utimes(now, now).then(() => textOf(this.path)).catch(() => null);
    if (!this.released && held !== null && held !== this.text) {
      this.released = true;
      clearInterval(this.timer);
      this.onLost();
    }
  }
}

/**
 * Gives `mine` the name `path`, with its content, in one step.
 * @param lock the name to tell people
 */
async function seize(path: string, mine: string, lock: string, silentMs: number): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    if (await isLinked(mine, path)) {
      return;
    }
    const held = await textOf(path);
    if (held === null) {
      continue;
    }
    await refuseWhileAlive(path, held, lock, silentMs);
    if (await hasReplaced(path, held, mine, lock, silentMs)) {
      return;
    }
  }
  throw new LockHeld(`${lock} cannot be taken: others take it again and again`);
}

/** Only one can hold the claim on what a dead holder left, and only with the claim may it be replaced: nobody removes what another has just taken. */
async function hasReplaced(path: string, held: string, mine: string, lock: string, silentMs: number): Promise<boolean> {
  const claim = `${path}.${hashOf(held)}`;
  // A name of its own to be renamed: `mine` is still needed where the claim, too, was left by somebody dead.
  const spare = `${mine}.next`;
  await seize(claim, mine, lock, silentMs);
  try {
    if ((await textOf(path)) !== held) {
      return false;
    }
    await link(mine, spare);
    await rename(spare, path);
    await rm(voiceOf(lock, held), { force: true });
    return true;
  } finally {
    await rm(claim, { force: true });
  }
}

async function refuseWhileAlive(path: string, held: string, lock: string, silentMs: number): Promise<void> {
  const holder = readHolder(held);
  if (holder === null) {
    return;
  }
  if (isOfThisPlace(holder)) {
    if (isRunning(holder)) {
      throw new LockHeld(`another keeper, process ${holder.pid}, holds ${lock}; one router and one journal have one keeper`);
    }
    return;
  }
  if (await isHeardOf(path, held, voiceOf(lock, held), holder, silentMs)) {
    throw new LockHeld(
      `another keeper, process ${holder.pid} of another container or machine, holds ${lock} and lives; one router and one journal have one keeper. Stop that one first`
    );
  }
}

/** Whether a holder that cannot be looked up listens or, where that cannot be told, touches its file. */
async function isHeardOf(path: string, held: string, voice: string, holder: LockHolder, silentMs: number): Promise<boolean> {
  const listens = isOfThisMachine(holder) ? await LockVoice.isHeard(voice) : null;
  if (listens !== null) {
    return listens;
  }
  const first = await touchedAt(path);
  const begin = performance.now();
  for (;;) {
    const touched = await touchedAt(path);
    const ageMs = isOfThisMachine(holder) && touched !== null ? Date.now() - touched : 0;
    if (touched === null || ageMs > silentMs || performance.now() - begin > silentMs || (await textOf(path)) !== held) {
      return false;
    }
    if (touched !== first) {
      return true;
    }
    await pause(LOOK_EVERY_MS);
  }
}

async function isLinked(mine: string, path: string): Promise<boolean> {
  try {
    await link(mine, path);
    return true;
  } catch (reason) {
    const { code } = reason as NodeJS.ErrnoException;
    if (code === 'EEXIST') {
      return false;
    }
    throw new Error(`the lock ${path} cannot be made (${code ?? String(reason)}); the folder must be on a file system with hard links`);
  }
}

/** Null = no such file. */
const textOf = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(absent);

const touchedAt = (path: string): Promise<number | null> => stat(path).then(({ mtimeMs }) => mtimeMs, absent);

function absent(reason: NodeJS.ErrnoException): null {
  if (reason.code === 'ENOENT') {
    return null;
  }
  throw reason;
}

/** Where the holder that wrote this text listens. */
const voiceOf = (lock: string, text: string): string => `${lock}.${hashOf(text)}.sock`;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
