/** A body that is not what Prometheus answers; the message names what is wrong. Stays inside of this folder. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}
