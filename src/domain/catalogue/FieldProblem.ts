/** Why a document or a form cannot be used: `field` is a path such as `policy.P0.reserve` or `sources[0].uid`. */
export interface FieldProblem {
  readonly field: string;
  /** What is wrong, what was found, what would be right. */
  readonly message: string;
}
