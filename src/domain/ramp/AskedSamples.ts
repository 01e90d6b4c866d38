/** A question that samples were asked with, and whom it is about, for a person. */
export interface AskedSamples {
  readonly about: string;
  readonly expr: string;
}
