/** Protobuf's wire format, written straight into one growing buffer (https://protobuf.dev/programming-guides/encoding). */
export class Wire {
  #bytes = Buffer.allocUnsafe(64 * 1024);
  #end = 0;

  varint(value: number | bigint): void {
    this.#reserve(10);
    if (typeof value === 'number' && value >= 0 && value < 0x80) {
      this.#bytes[this.#end++] = value;
      return;
    }
    let rest = BigInt.asUintN(64, BigInt(value));
    while (rest > 0x7fn) {
      this.#bytes[this.#end++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#bytes[this.#end++] = Number(rest);
  }

  /** A field that is a number. */
  number(field: number, value: number | bigint): void {
    this.varint(field << 3);
    this.varint(value);
  }

  double(field: number, value: number): void {
    this.varint((field << 3) | 1);
    this.#reserve(8);
    this.#end = this.#bytes.writeDoubleLE(value, this.#end);
  }

  text(field: number, value: string): void {
    const length = Buffer.byteLength(value);
    this.#head(field, length);
    this.#end += this.#bytes.write(value, this.#end);
  }

  bytes(field: number, value: Uint8Array): void {
    this.#head(field, value.length);
    this.#bytes.set(value, this.#end);
    this.#end += value.length;
  }

  /** A field that is a message: its length is known only after it, so what was written is moved behind it. */
  message(field: number, write: () => void): void {
    this.varint((field << 3) | 2);
    const start = this.#end;
    this.#end += 1;
    write();
    const length = this.#end - start - 1;
    const room = sizeOfVarint(length);
    this.#reserve(room);
    if (room > 1) this.#bytes.copyWithin(start + room, start + 1, this.#end);
    this.#end = start;
    this.varint(length);
    this.#end += length;
  }

  finish(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#end));
  }

  #head(field: number, length: number): void {
    this.varint((field << 3) | 2);
    this.varint(length);
    this.#reserve(length);
  }

  #reserve(room: number): void {
    if (this.#end + room + 16 <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * (this.#bytes.length + room));
    larger.set(this.#bytes.subarray(0, this.#end));
    this.#bytes = larger;
  }
}

function sizeOfVarint(value: number): number {
  let size = 1;
  for (let rest = value; rest > 0x7f; rest = Math.floor(rest / 128)) size += 1;
  return size;
}
