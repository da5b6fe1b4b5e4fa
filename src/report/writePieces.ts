/** Text written in pieces as it comes, through one buffer: what has not left yet is never more than that. */
import type { Write } from './resultFiles.js';

export const BUFFER_BYTES = 1 << 16;

export interface Pieces {
  readonly write: Write;
  /** Passes on what is left; nothing is lost or twice if more is written after it. */
  readonly flush: () => void;
}

/** `take` must be done with the bytes when it returns: the next ones stand in the same place. So whoever writes waits for it. */
export function inPieces(take: (bytes: Uint8Array) => void): Pieces {
  const buffer = new Uint8Array(BUFFER_BYTES);
  const encoder = new TextEncoder();
  let filled = 0;
  const flush = (): void => {
    take(buffer.subarray(0, filled));
    filled = 0;
  };
  const write: Write = (piece) => {
    let rest = piece;
    while (rest !== '') {
      const { read, written } = encoder.encodeInto(rest, buffer.subarray(filled));
      filled += written;
      rest = rest.slice(read);
      if (rest !== '') flush();
    }
  };
  return { write, flush };
}
