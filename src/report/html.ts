/** HTML as values: a template that escapes whatever is put into it, so that no name in a scenario can break a page. */

/** Text that is HTML already. */
export interface Html {
  readonly html: string;
}

export type Content = Html | string | number | readonly Content[];

export function html(pieces: TemplateStringsArray, ...values: readonly Content[]): Html {
  const texts = pieces.map((piece, i) => dense(piece) + (i < values.length ? written(values[i] ?? '') : ''));
  return { html: texts.join('') };
}

/** The indentation of the source is not the page's: a page of many people would double. */
function dense(piece: string): string {
  return piece.replaceAll(/\s*\n\s*/g, '\n');
}

export const NOTHING: Html = { html: '' };

/** Text of the program's own, such as a style sheet, that is put in as it is. */
export function raw(text: string): Html {
  return { html: text };
}

/** Plain data for a `<script type="application/json">`: nothing in it can close the element. */
export function json(data: unknown): Html {
  return { html: JSON.stringify(data).replaceAll('<', '\\u003c') };
}

function written(content: Content): string {
  if (typeof content === 'object') return 'html' in content ? content.html : content.map(written).join('');
  return escaped(String(content));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (letter) => ESCAPES[letter] ?? letter);
}

export interface Column {
  readonly label: string;
  /** Stands to the right. */
  readonly isNumber: boolean;
}

/** A table with a heading for each column; a caption that only screen readers need is `quiet`. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Content[])[],
): Html {
  const kind = columns.map(({ isNumber }) => (isNumber ? raw(' class="n"') : NOTHING));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption class="quiet">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ label }, i) => html`<th scope="col" ${kind[i] ?? NOTHING}>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            html`<tr>
              ${cells.map((cell, i) => html`<td${kind[i] ?? NOTHING}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

export function list(sentences: readonly Content[]): Html {
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
  </ul>`;
}
