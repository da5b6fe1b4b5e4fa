/** A fast fingerprint of numbers and texts, 64 bits wide: equal input gives an equal print on every machine. Not for secrets. */

const scratch = new Float64Array(1);
const words = new Uint32Array(scratch.buffer);
/** Where the low word of a double lies: first on little-endian machines. Prints must not depend on it. */
const LOW = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 0 : 1;
const HIGH = 1 - LOW;

const PRIME_A = 0x9e3779b1;
const PRIME_B = 0x85ebca77;

/** Two 32-bit lanes, each word rotated and multiplied into both; the lanes differ in order, rotation and prime. */
export class Fingerprint {
  private a = 0x243f6a88;
  private b = 0x5f83a731;

  addNumber(value: number): void {
    scratch[0] = value;
    this.addWords(words[LOW]!, words[HIGH]!);
  }

  /** The first `length` numbers of `data`. */
  addNumbers(data: Float64Array, length: number): void {
    let a = this.a;
    let b = this.b;
    for (let i = 0; i < length; i++) {
      scratch[0] = data[i]!;
      const low = words[LOW]!;
      const high = words[HIGH]!;
      a = Math.imul(((a << 5) | (a >>> 27)) ^ low, PRIME_A);
      b = Math.imul(((b << 11) | (b >>> 21)) ^ high, PRIME_B);
      a = Math.imul(((a << 5) | (a >>> 27)) ^ high, PRIME_A);
      b = Math.imul(((b << 11) | (b >>> 21)) ^ low, PRIME_B);
    }
    this.a = a;
    this.b = b;
  }

  /** Its length and its UTF-16 units. */
  addText(text: string): void {
    this.addWords(text.length, 0);
    for (let i = 0; i < text.length; i++) this.addWords(text.charCodeAt(i), 0);
  }

  /** 16 hexadecimal digits for all that was added so far; more may be added afterwards. */
  hex(): string {
    const a = avalanche(this.a ^ Math.imul(this.b, PRIME_A));
    const b = avalanche(this.b ^ Math.imul(a, PRIME_B));
    return hexWord(a) + hexWord(b);
  }

  private addWords(low: number, high: number): void {
    this.a = Math.imul(((this.a << 5) | (this.a >>> 27)) ^ low, PRIME_A);
    this.b = Math.imul(((this.b << 11) | (this.b >>> 21)) ^ high, PRIME_B);
    this.a = Math.imul(((this.a << 5) | (this.a >>> 27)) ^ high, PRIME_A);
    this.b = Math.imul(((this.b << 11) | (this.b >>> 21)) ^ low, PRIME_B);
  }
}

/** The fingerprint of one text: 16 hexadecimal digits. */
export function hashText(text: string): string {
  const print = new Fingerprint();
  print.addText(text);
  return print.hex();
}

/** MurmurHash3's final mix: every bit of the input reaches every bit of the output. */
function avalanche(word: number): number {
  let h = word;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hexWord(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}
