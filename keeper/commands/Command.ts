/** One word of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the word, and what it does; printed as help. */
  readonly usage: string;
  /** Answers the exit status. @throws Error with a sentence for the operator */
  readonly run: (args: readonly string[], context: CommandContext) => Promise<number>;
}

export interface CommandContext {
  readonly configPath: string;
  readonly env: NodeJS.ProcessEnv;
  readonly print: (line: string) => void;
}
