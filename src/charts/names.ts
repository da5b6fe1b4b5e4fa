/** Names beside points: only so many that none lies on another, or on a point. */
import { textWidth } from './textWidth.js';

export interface NamedPoint {
  /** Pixels from the left, and from the top. */
  readonly x: number;
  readonly y: number;
  readonly name: string;
}

/** As a text mark is to be set that shows them. */
export const NAME_MARK = { align: 'left', baseline: 'middle', dx: 8, dy: -6, fontSize: 10 };

/** Half the height of a point. */
const POINT = 5;

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In their order: whether the name at the right of a point has room beside all points and the names before it. */
export function haveRoom(points: readonly NamedPoint[]): boolean[] {
  const taken: Box[] = points.map(({ x, y }) => ({
    ...{ left: x - POINT, right: x + POINT, top: y - POINT, bottom: y + POINT },
  }));
  return points.map((point) => {
    const box = boxOf(point);
    const isFree = taken.every((one) => !overlap(box, one));
    if (isFree) taken.push(box);
    return isFree;
  });
}

function boxOf({ x, y, name }: NamedPoint): Box {
  const left = x + NAME_MARK.dx;
  const [middle, half] = [y + NAME_MARK.dy, NAME_MARK.fontSize / 2];
  const width = textWidth(name, { size: NAME_MARK.fontSize, bold: false });
  return { left, right: left + width, top: middle - half, bottom: middle + half };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
