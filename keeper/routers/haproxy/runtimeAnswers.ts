import { RuntimeSocketError } from './RuntimeSocket';

/** Row of a table that HAProxy prints, by column name. */
export type RuntimeRow = Readonly<Record<string, string>>;

/** Answers to `count` commands sent in one line; each ends with an empty line. @throws RuntimeSocketError when some are missing */
export function answerSections(text: string, count: number): readonly string[] {
  const sections = text.split('\n\n').filter((section) => section.trim() !== '');
  if (sections.length !== count) {
    throw new RuntimeSocketError(`HAProxy gave ${sections.length} answers to ${count} commands: ${excerpt(text)}`);
  }
  return sections;
}

/** What a person needs of an answer that is not understood. */
export function excerpt(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  return JSON.stringify(line.length > 120 ? `${line.slice(0, 120)}…` : line);
}

/** `Key: value` lines of `show info`. */
export function infoFields(text: string): RuntimeRow {
  const pairs = text
    .split('\n')
    .map((line) => /^([^:]+): ?(.*)$/.exec(line))
    .flatMap((found) => (found?.[1] === undefined ? [] : [[found[1], found[2] ?? ''] as const]));
  return Object.fromEntries(pairs);
}

/** Identity of the process that answered: another after every restart and reload; null when the answer does not tell. */
export function incarnationOf(info: string): string | null {
  const { Pid: pid, Start_time_sec: started } = infoFields(info);
  return pid && started ? `${pid}@${started}` : null;
}

/** A table under a line `# column column …`, columns divided by `divider`. @throws RuntimeSocketError when it is none, or a row is cut short */
export function tableRows(text: string, divider: ',' | ' '): readonly RuntimeRow[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = lines.findIndex((line) => line.startsWith('# '));
  const columns = lines[head]?.slice(2).split(divider);
  if (!columns) {
    throw new RuntimeSocketError(`HAProxy answered ${excerpt(text)}`);
  }
  return lines.slice(head + 1).map((line) => {
    const cells = line.split(divider);
    if (cells.length < columns.length) {
      throw new RuntimeSocketError(`a row of HAProxy's answer is cut short: ${excerpt(line)}`);
    }
    return Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? '']));
  });
}

/** Names of `show backend`. HAProxy lists its own under names in angle brackets or capitals; they hold no servers. */
export function backendNames(text: string): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  if (lines[0] !== '# name') {
    throw new RuntimeSocketError(`HAProxy answered ${excerpt(text)} to show backend`);
  }
  return lines.slice(1).filter((name) => name !== '' && !/^[<_]|^MASTER$/.test(name));
}

/** `25 (initial 100)`. @throws RuntimeSocketError for anything else */
export function weightAnswer(text: string): { readonly current: number; readonly initial: number } {
  const found = /^(\d+) \(initial (\d+)\)$/.exec(text.trim());
  if (!found) {
    throw new RuntimeSocketError(`HAProxy answered ${excerpt(text)} to get weight`);
  }
  return { current: Number(found[1]), initial: Number(found[2]) };
}
