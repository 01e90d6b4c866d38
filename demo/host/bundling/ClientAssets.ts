export interface ClientAssets {
  /** File name of the entry script in `dir`. */
  entry: string;
  styles: readonly string[];
  /** Code editor workers by name. */
  workers: Readonly<Record<string, string>>;
  dir: string;
  /** The node_modules folder the bundle was made from. */
  packagesDir: string;
}
