import { createHash } from 'node:crypto';
import { journalEntrySchema, type JournalEntry } from './JournalEntry';

/** A line is the first eight hex digits of the SHA-256 of its JSON, a space, and the JSON. */
export const encodeEntry = (entry: JournalEntry): string => {
  const json = JSON.stringify(entry);
  return `${checksum(json)} ${json}\n`;
};

export interface DecodedJournal {
  readonly entries: readonly JournalEntry[];
  /** Length in bytes of the sound part; what follows is a line torn by a crash. */
  readonly soundBytes: number;
}

/**
 * Reads a journal. Only the last line may be torn, by its missing end or its checksum: it was never acknowledged.
 * @throws Error naming the first damaged line elsewhere, since what it held cannot be guessed, or a sound line of a kind this version does not know
 */
export function decodeJournal(text: string): DecodedJournal {
  const entries: JournalEntry[] = [];
  let soundBytes = 0;
  const lines = text.split('\n');
  // What follows the last line end: nothing, or a line without an end.
  const rest = lines.pop() ?? '';
  for (const [index, line] of lines.entries()) {
    const json = line.slice(9);
    if (line.slice(0, 8) !== checksum(json)) {
      if (rest === '' && index === lines.length - 1) {
        break;
      }
      throw new Error(`line ${index + 1} of the journal is damaged; restore the baselines by hand, move the journal away, and start again`);
    }
    entries.push(entryOf(json, index + 1));
    soundBytes += Buffer.byteLength(line) + 1;
  }
  return { entries, soundBytes };
}

/** A line nothing is wrong with, so it was acknowledged: what it says must not be dropped because this version cannot read it. */
function entryOf(json: string, number: number): JournalEntry {
  const parsed = journalEntrySchema.safeParse(JSON.parse(json));
  if (parsed.success) {
    return parsed.data;
  }
  const where = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'entry'}: ${message}`).join('; ');
  throw new Error(
    `line ${number} of the journal is whole, but not of a kind this version of the keeper knows (${where}); start the version that wrote it, stop every override with it, or restore the baselines by hand and move the journal away`
  );
}

const checksum = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 8);
