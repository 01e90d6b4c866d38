const DONE = '\u2713';
const FAILED = '\u2717';

/** Replaces the note that stands behind the running step. */
export type Note = (text: string) => void;

/** One line a step on the terminal: what is done now, then how long it took. */
export class Progress {
  constructor(private readonly out: NodeJS.WriteStream) {}

  async step<T>(label: string, work: (note: Note) => Promise<T>): Promise<T> {
    const begin = Date.now();
    let last = '';
    const note: Note = (text) => {
      last = text;
      this.running(label, text);
    };
    this.running(label, '');
    try {
      const result = await work(note);
      this.finished(DONE, label, last, begin);
      return result;
    } catch (error) {
      this.finished(FAILED, label, last, begin);
      throw error;
    }
  }

  line(text: string): void {
    this.out.write(`${text}\n`);
  }

  private running(label: string, note: string): void {
    if (this.out.isTTY) {
      this.out.write(`\r\u001b[K  ${label} ${note}`);
    }
  }

  private finished(mark: string, label: string, note: string, begin: number): void {
    const seconds = ((Date.now() - begin) / 1000).toFixed(1);
    const start = this.out.isTTY ? '\r\u001b[K' : '';
    this.out.write(`${start}${mark} ${label.padEnd(34)} ${seconds.padStart(5)} s  ${note}\n`);
  }
}
