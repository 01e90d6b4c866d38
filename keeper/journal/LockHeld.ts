/** Another keeper that lives has the journal or a router: the one reason not to start that is no fault. */
export class LockHeld extends Error {
  override readonly name = 'LockHeld';
}
