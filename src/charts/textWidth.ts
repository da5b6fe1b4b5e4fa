/** How wide a text is in DejaVu Sans, so that a label can be given its room without a screen or a font at hand. */

export interface TextStyle {
  /** Pixels. */
  readonly size: number;
  readonly bold: boolean;
}

/** Advance widths of U+0020 … U+007E in thousandths of the size, from the font's own tables. */
function widths(text: string): readonly number[] {
  return text.split(' ').map(Number);
}

const REGULAR = widths(
  '318 401 460 838 636 950 780 275 390 390 500 838 318 361 318 337 636 636 636 636 636 636 636 636 ' +
    '636 636 337 337 838 838 838 531 1000 684 686 698 770 632 575 775 752 295 295 656 557 863 748 ' +
    '787 603 787 695 635 611 732 684 989 685 611 685 390 337 390 838 500 500 613 635 550 635 615 352 ' +
    '635 634 278 278 579 278 974 634 612 635 635 411 521 392 634 592 818 592 592 525 636 337 636 838',
);
const BOLD = widths(
  '348 456 521 838 696 1002 872 306 457 457 523 838 380 415 380 365 696 696 696 696 696 696 696 ' +
    '696 696 696 400 400 838 838 838 580 1000 774 762 734 830 683 683 821 837 372 372 775 637 995 ' +
    '837 850 733 850 770 720 682 812 774 1103 771 724 725 457 365 457 838 500 500 675 716 593 716 ' +
    '678 435 716 712 343 343 665 343 1042 712 687 716 716 493 595 478 712 652 924 645 652 582 712 ' +
    '365 712 838',
);
const FIRST = 0x20;
/** Accented letters and signs are about as wide as a wide letter; the ideographs of the East are square. */
const OTHER = 700;
const MATHS = 838;
const SQUARE = 1000;

export function textWidth(text: string, { size, bold }: TextStyle): number {
  const table = bold ? BOLD : REGULAR;
  let sum = 0;
  for (const letter of text) sum += table[(letter.codePointAt(0) ?? 0) - FIRST] ?? otherWidth(letter);
  return (sum * size) / 1000;
}

function otherWidth(letter: string): number {
  if ('–·’‘'.includes(letter)) return letter === '–' ? 500 : 380;
  if ('−±×÷≥≤→Δτ'.includes(letter)) return MATHS;
  return letter > '\u2e80' || '…—✱'.includes(letter) ? SQUARE : OTHER;
}

/** A blank at which a line may break: not between a number and its unit, nor beside `±`. */
const BREAK = /(?<!±) (?!(?:%|±|s|min|h|d|points)(?:[\s,;.:)]|$))/;

/** Lines no wider than `width`, broken at blanks; the lines are of about one length, so that no word stands alone. */
export function wrapped(text: string, style: TextStyle & { readonly width: number }): string[] {
  const count = filled(text, style.width, style).length;
  let lines = filled(text, style.width, style);
  for (let width = style.width * 0.97; width > style.width / 2; width *= 0.97) {
    const narrower = filled(text, width, style);
    if (narrower.length > count) break;
    lines = narrower;
  }
  return lines;
}

function filled(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAK)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
