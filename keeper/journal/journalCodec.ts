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
 * Reads a journal. Only the last line may be torn: it was never acknowledged.
 * @throws Error naming the first damaged line elsewhere, since what it held cannot be guessed.
 */
export function decodeJournal(text: string): DecodedJournal {
  const entries: JournalEntry[] = [];
  let soundBytes = 0;
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const last = index >= lines.length - 2;
    if (line === '' && index === lines.length - 1) {
      break;
    }
    const complete = index < lines.length - 1;
    const entry = complete ? decodeLine(line) : null;
    if (entry === null) {
      if (last) {
        break;
      }
      throw new Error(`line ${index + 1} of the journal is damaged; restore the baselines by hand, move the journal away, and start again`);
    }
    entries.push(entry);
    soundBytes += Buffer.byteLength(line) + 1;
  }
  return { entries, soundBytes };
}

function decodeLine(line: string): JournalEntry | null {
  const json = line.slice(9);
  if (line.slice(0, 8) !== checksum(json)) {
    return null;
  }
  const parsed = journalEntrySchema.safeParse(JSON.parse(json));
  return parsed.success ? parsed.data : null;
}

const checksum = (json: string): string => createHash('sha256').update(json).digest('hex').slice(0, 8);
