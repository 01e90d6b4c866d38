/** Just enough of the Protocol Buffers wire format to write messages: https://protobuf.dev/programming-guides/encoding/ */
export const proto = {
  /** uint32, uint64 and enum. */
  uint: (field: number, value: number): Buffer => Buffer.concat([tag(field, 0), varint(value)]),
  /** sint32 and sint64. */
  sint: (field: number, value: number): Buffer => Buffer.concat([tag(field, 0), zigzag(value)]),
  /** A packed repeated sint64. */
  sints: (field: number, values: readonly number[]): Buffer => proto.message(field, values.map(zigzag)),
  /** int64, here only ever positive. */
  int: (field: number, value: number): Buffer => proto.uint(field, value),
  double: (field: number, value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(value);
    return Buffer.concat([tag(field, 1), bytes]);
  },
  text: (field: number, value: string): Buffer => proto.message(field, [Buffer.from(value)]),
  message: (field: number, parts: readonly Buffer[]): Buffer => Buffer.concat([tag(field, 2), delimited(parts)]),
};

/** A message after its own length, as in a stream of messages. */
export function delimited(parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([varint(body.length), body]);
}

const tag = (field: number, wireType: number): Buffer => varint((field << 3) | wireType);

/** Signed as unsigned: 0, -1, 1, -2 … */
const zigzag = (value: number): Buffer => varint(value < 0 ? -2 * value - 1 : 2 * value);

/** @param value a whole number from 0 that a double holds exactly */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 0x80;
    rest = Math.floor(rest / 0x80);
    bytes.push(rest === 0 ? low : low | 0x80);
  } while (rest > 0);
  return Buffer.from(bytes);
}
