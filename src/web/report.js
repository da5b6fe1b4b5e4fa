/** The report's own script, in the page as it stands here: draws the pictures, hides what is not asked for, sorts, saves. */
/** @import { default as Embed, EmbedOptions, Result, VisualizationSpec } from 'vega-embed' */
/** @import { PageData } from '../report/htmlCharts.js' */
/** @import { PackedRows } from '../report/packed.js' */

/** vega-embed stands before this in the page and makes itself known there. */
const embed = /** @type {{ vegaEmbed: typeof Embed }} */ (/** @type {unknown} */ (globalThis)).vegaEmbed;
/** @type {unknown} */
const given = JSON.parse(one('#report-data', HTMLElement).innerText);
const data = /** @type {PageData} */ (given);
const columns = data.columns.map((one) => ('words' in one ? one.at.map((place) => one.words[place]) : one));
const charts = data.charts.map(({ name, spec }) => ({ name, spec: unpacked(spec) }));
const root = document.documentElement;
const form = one('#filter', HTMLFormElement);
const darkness = matchMedia('(prefers-color-scheme: dark)');

/** @type {Result[]} */
const drawn = [];
let round = 0;

/** The charts' data name candidates in these fields. */
const NAMING = ['candidate', 'a', 'b'];
/** Where a spec keeps the views that it is made of. */
const VIEWS = new Set(['layer', 'concat', 'hconcat', 'vconcat']);
const PNG_SCALE = 2;
/** Vega's number for them. That a panel without rows has no extent is no news to a reader. */
const ERRORS = 1;

/**
 * @template {Element} T
 * @param {string} selector
 * @param {new () => T} kind
 * @param {ParentNode} within
 * @returns {T}
 */
function one(selector, kind, within = document) {
  const found = within.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * The spec as it was before `packed`.
 * @param {unknown} part
 * @returns {unknown}
 */
function unpacked(part) {
  if (isList(part)) return part.map(unpacked);
  if (typeof part !== 'object' || part === null) return part;
  if ('fields' in part && 'columns' in part) {
    const { fields, columns: places } = /** @type {PackedRows} */ (part);
    const own = places.map((place) => columns[place] ?? []);
    return (own[0] ?? []).map((_, row) =>
      Object.fromEntries(fields.map((field, i) => [field, own[i]?.[row]])),
    );
  }
  return Object.fromEntries(entries(part).map(([key, value]) => [key, unpacked(value)]));
}

/** What the reader has asked for. */
function asked() {
  const fields = new FormData(form);
  const shown = new Set(fields.getAll('candidate').map(Number));
  const hidden = new Set(data.candidates.filter((_, c) => !shown.has(c)));
  return { shown, hidden, from: Number(fields.get('from')), to: Number(fields.get('to')) };
}

/**
 * A copy without the rows that are not asked for, wherever in the spec its data stand.
 * @template T
 * @param {T} part
 * @param {ReturnType<typeof asked>} want
 * @param {ReadonlySet<string>} clocks fields that are drawn on an axis of time
 * @returns {T}
 */
function kept(part, want, clocks = clocksOf(part)) {
  if (typeof part !== 'object' || part === null) return part;
  if (isList(part)) return /** @type {T} */ (part.map((one) => kept(one, want, clocks)));
  const copy = entries(part).map(([key, value]) => {
    if (!isList(value)) return [key, kept(value, want, clocks)];
    if (key === 'values') return [key, value.filter((row) => isAskedFor(row, want, clocks))];
    const parts = value.map((one) => kept(one, want, clocks));
    return [key, VIEWS.has(key) ? parts.filter((one, i) => !isEmptied(value[i], one)) : parts];
  });
  /** @type {unknown} */
  const whole = Object.fromEntries(copy);
  return /** @type {T} */ (whole);
}

/**
 * Has lost all the rows it had of candidates: a panel, a layer or a whole picture that shows nothing any more.
 * @param {unknown} before
 * @param {unknown} after
 */
function isEmptied(before, after) {
  return candidateRows(before) > 0 && candidateRows(after) === 0;
}

/** @param {unknown} row */
function isOfCandidates(row) {
  return typeof row === 'object' && row !== null && NAMING.some((field) => field in row);
}

/**
 * @param {unknown} part
 * @returns {number}
 */
function candidateRows(part) {
  if (typeof part !== 'object' || part === null) return 0;
  return entries(part).reduce((sum, [key, value]) => {
    if (key !== 'values' || !isList(value)) return sum + candidateRows(value);
    return sum + value.filter((row) => isOfCandidates(row)).length;
  }, 0);
}

/**
 * @param {unknown} row
 * @param {ReturnType<typeof asked>} want
 * @param {ReadonlySet<string>} clocks
 */
function isAskedFor(row, { hidden, from, to }, clocks) {
  if (typeof row !== 'object' || row === null) return true;
  const fields = new Map(entries(row));
  const isOutside = [...clocks].some((field) => {
    const time = fields.get(field);
    return typeof time === 'number' && (time < from || time > to);
  });
  return !isOutside && !NAMING.some((field) => hidden.has(String(fields.get(field))));
}

/**
 * @param {object} part
 * @returns {[string, unknown][]}
 */
function entries(part) {
  return Object.entries(part);
}

/**
 * @param {unknown} part
 * @returns {part is readonly unknown[]}
 */
function isList(part) {
  return Array.isArray(part);
}

/**
 * @param {unknown} part
 * @returns {Set<string>}
 */
function clocksOf(part, found = /** @type {Set<string>} */ (new Set())) {
  if (typeof part !== 'object' || part === null) return found;
  if ('type' in part && part.type === 'temporal' && 'field' in part) found.add(String(part.field));
  for (const [key, inner] of entries(part)) if (key !== 'values') clocksOf(inner, found);
  return found;
}

/**
 * @param {string} theme
 * @returns {EmbedOptions}
 */
function options(theme) {
  const config = data.themes[theme === 'dark' ? 'dark' : 'light'];
  const tooltip = { theme };
  return { mode: 'vega-lite', renderer: 'svg', ast: true, actions: false, logLevel: ERRORS, config, tooltip };
}

/**
 * One after the other, so that the page stays alive; a newer round ends an older one. A page shown in the dark has every
 * picture again in light, for paper: when printing begins there is no time left to draw.
 */
async function drawAll() {
  const mine = ++round;
  delete root.dataset['drawn'];
  root.classList.toggle('drawn-dark', darkness.matches);
  const want = asked();
  for (const result of drawn.splice(0)) result.finalize();
  for (const theme of darkness.matches ? ['dark', 'light'] : ['light']) {
    const kind = theme === 'light' && darkness.matches ? '.paper' : '.picture';
    for (const { name, spec } of charts) {
      // The page says title and subtitle itself, as headings.
      const picture = { .../** @type {object} */ (kept(spec, want)), title: '' };
      const place = one(`#chart-${name} ${kind}`, HTMLElement);
      place.textContent = isEmptied(spec, picture) ? 'Nothing to draw for this choice.' : '';
      if (place.textContent !== '') continue;
      const result = await embed(place, /** @type {VisualizationSpec} */ (picture), options(theme));
      if (mine !== round) {
        result.finalize();
        return;
      }
      drawn.push(result);
    }
  }
  root.dataset['drawn'] = String(drawn.length);
}

function show() {
  const { shown } = asked();
  for (const part of document.querySelectorAll('[data-c]'))
    if (part instanceof HTMLElement) part.hidden = !shown.has(Number(part.dataset['c']));
  void drawAll();
}

/**
 * For documents, so always light, and with its title.
 * @param {string} name
 * @param {string} format
 */
async function save(name, format) {
  const chart = charts.find((one) => one.name === name);
  if (chart === undefined) return;
  const spec = { .../** @type {object} */ (kept(chart.spec, asked())), config: data.themes.light };
  if (format === 'json') {
    const text = new Blob([JSON.stringify(spec, null, 2)], { type: 'application/json' });
    download(URL.createObjectURL(text), `${name}.vl.json`);
    return;
  }
  const canvas = document.createElement('div');
  const { view, finalize } = await embed(canvas, /** @type {VisualizationSpec} */ (spec), options('light'));
  download(await view.toImageURL(format, PNG_SCALE), `${name}.${format}`);
  finalize();
}

/**
 * @param {string} url
 * @param {string} name
 */
function download(url, name) {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

/** @param {HTMLTableElement} table */
function makeSortable(table) {
  const heads = [...table.querySelectorAll('thead th')];
  for (const [column, head] of heads.entries()) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener('click', () => {
      // What is largest is looked for first; names from A.
      const first = table.classList.contains(`n${column + 1}`) ? 'descending' : 'ascending';
      const other = first === 'ascending' ? 'descending' : 'ascending';
      const order = head.getAttribute('aria-sort') === first ? other : first;
      for (const one of heads) one.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', order);
      sort(table, column, order === 'ascending' ? 1 : -1);
    });
  }
}

/**
 * @param {HTMLTableElement} table
 * @param {number} column
 * @param {1 | -1} direction
 */
function sort(table, column, direction) {
  const body = table.tBodies[0];
  if (body === undefined) return;
  /** @param {HTMLTableRowElement} row */
  const text = (row) => row.cells[column]?.textContent ?? '';
  const rows = [...body.rows].sort((a, b) => {
    const [x, y] = [text(a), text(b)];
    const [left, right] = [parseFloat(x), parseFloat(y)];
    // Without data is last, whichever way.
    if (x === '–' || y === '–') return Number(x === '–') - Number(y === '–');
    if (!Number.isNaN(left) && !Number.isNaN(right)) return direction * (left - right);
    return direction * x.localeCompare(y, 'en', { numeric: true });
  });
  body.append(...rows);
}

for (const table of document.querySelectorAll('table.sortable'))
  if (table instanceof HTMLTableElement) makeSortable(table);

for (const button of document.querySelectorAll('button[data-save]')) {
  const name = button.closest('figure')?.id.replace('chart-', '') ?? '';
  button.addEventListener('click', () => void save(name, button.getAttribute('data-save') ?? ''));
}

form.addEventListener('change', (event) => {
  const box = event.target;
  // With nobody left there is nothing to see: the last one stays.
  if (box instanceof HTMLInputElement && asked().shown.size === 0) box.checked = true;
  show();
});

// Paper is light: a change of scheme that comes with printing must not redraw in the middle of it.
darkness.addEventListener('change', () => {
  if (!matchMedia('print').matches) void drawAll();
});

form.hidden = false;
show();
