/** Typed columns whose length is not known when one begins to fill them: they double, and are cut to measure at the end. */
class Growing<Kind extends Uint16Array | Uint32Array | Float64Array | Uint8Array> {
  length = 0;
  private held: Kind;
  private readonly make: (size: number) => Kind;

  constructor(make: (size: number) => Kind) {
    this.make = make;
    this.held = make(1024);
  }

  push(value: number) {
    if (this.length === this.held.length) this.grow(this.length * 2);
    this.held[this.length++] = value;
  }

  append(bytes: Uint8Array) {
    if (this.length + bytes.length > this.held.length) this.grow((this.length + bytes.length) * 2);
    this.held.set(bytes, this.length);
    this.length += bytes.length;
  }

  private grow(size: number) {
    const larger = this.make(size);
    larger.set(this.held);
    this.held = larger;
  }

  /** What was put in, in an array of exactly that length. */
  cut(): Kind {
    return this.held.slice(0, this.length) as Kind;
  }
}

export const growing16 = () => new Growing((size) => new Uint16Array(size));
export const growing32 = () => new Growing((size) => new Uint32Array(size));
export const growing64 = () => new Growing((size) => new Float64Array(size));
export const growing8 = () => new Growing((size) => new Uint8Array(size));
