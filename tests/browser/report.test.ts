// report.html in a real browser, from the disk: everything is drawn, nothing is fetched, and what a reader does works.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk } from '../cli/blendsim.js';
import { CHROMIUM, openBrowser } from './browser.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
/** To be looked at by people. */
const pictures = join(repository, 'output', 'report-pictures');
const DESKTOP = { width: 1200, height: 900 };
const LARGEST = 1_500_000;

describe.skipIf(CHROMIUM === null)('report.html in a browser', () => {
  const desk = new Desk();
  const file = desk.path('tuesday', 'report.html');
  let browser: Browser;

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    const scenario = join(repository, 'scenarios', 'retail-weekday');
    const ended = await desk.blendsim(`run ${scenario} --replications 4 --out tuesday`);
    expect(ended.stderr.trim()).toBe('');
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    desk.clear();
  });

  async function open(options: BrowserContextOptions = {}): Promise<{ page: Page; heard: string[] }> {
    const context = await browser.newContext({ viewport: DESKTOP, ...options });
    const page = await context.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url())) heard.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    await isDrawn(page);
    return { page, heard };
  }

  const isDrawn = (page: Page) => page.waitForSelector('html[data-drawn]', { timeout: 20_000 });

  /** By chart, how many marks there are. */
  const marks = (page: Page): Promise<Record<string, number>> =>
    page.$$eval('figure.chart', (figures) =>
      Object.fromEntries(
        figures.map(({ id, children }) => [
          id,
          [...children].reduce(
            (sum, part) =>
              sum + part.querySelectorAll('.role-mark path, .role-mark rect, .role-mark text').length,
            0,
          ),
        ]),
      ),
    );

  test('every picture has marks; nothing is fetched, and there is no error', async () => {
    const { page, heard } = await open();
    expect(heard).toEqual([`request: ${pathToFileURL(file).href}`]);
    const counts = await marks(page);
    expect(Object.keys(counts).length).toBeGreaterThan(0);
    for (const [chart, count] of Object.entries(counts)) expect(count, chart).toBeGreaterThan(1);
    expect(statSync(file).size).toBeLessThan(LARGEST);
    await page.screenshot({ path: join(pictures, 'light.png'), fullPage: true });
  });

  test('a mode that is not wanted leaves tables and pictures, and comes back; the last one stays', async () => {
    const { page, heard } = await open();
    const shown = () =>
      page.$$eval(
        '.comparison thead th.n',
        (heads) => heads.filter((head) => !head.hasAttribute('hidden')).length,
      );
    const all = await shown();
    const whole = await marks(page);
    await page.uncheck('#filter input[value="1"]');
    await isDrawn(page);
    expect(await shown()).toBe(all - 1);
    const less = await marks(page);
    expect(less['chart-first-response']).toBeLessThan(whole['chart-first-response']!);
    expect(await page.locator('.sortable tr[data-c="1"]:not([hidden])').count()).toBe(0);
    await page.check('#filter input[value="1"]');
    await isDrawn(page);
    expect(await marks(page)).toEqual(whole);
    for (let c = 0; c < all; c++) await page.locator(`#filter input[value="${c}"]`).click();
    expect(await shown()).toBe(1);
    expect(heard.filter((line) => !line.startsWith('request'))).toEqual([]);
  });

  test('the table of people is sorted by keyboard, by number and by name', async () => {
    const { page } = await open();
    await page.locator('#everybody summary').press('Enter');
    const column = (n: number) =>
      page.$$eval(
        '.sortable tbody tr',
        (rows, at) => rows.map((row) => row.children[at]?.textContent ?? ''),
        n,
      );
    const head = (n: number) => page.locator('.sortable thead th').nth(n);
    await head(4).getByRole('button').press('Enter');
    expect(await head(4).getAttribute('aria-sort')).toBe('descending');
    const busy = (await column(4)).map((text) => parseFloat(text));
    expect(busy).toEqual([...busy].sort((a, b) => b - a));
    await head(0).getByRole('button').press('Enter');
    expect(await head(4).getAttribute('aria-sort')).toBeNull();
    const names = await column(0);
    expect(names.indexOf('service 2')).toBeLessThan(names.indexOf('service 10'));
  });

  test('the day can be cut to some intervals, and a picture saved with its title', async () => {
    const { page } = await open();
    const figure = page.locator('figure', { has: page.locator('.role-axis') }).first();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'Save as SVG' }).click(),
    ]);
    const svg = readFileSync(await saved.path(), 'utf8');
    expect(svg).toContain((await figure.locator('h3').textContent())?.split(' ')[0]);
    const before = await page.locator('#pictures').innerHTML();
    await page.selectOption('#filter [name=from]', { index: 6 });
    await page.selectOption('#filter [name=to]', { index: 16 });
    await isDrawn(page);
    expect(await page.locator('#pictures').innerHTML()).not.toBe(before);
  });

  test('dark, narrow and on paper: nothing runs out of the window', async () => {
    const dark = await open({ colorScheme: 'dark' });
    expect(await dark.page.evaluate('getComputedStyle(document.body).backgroundColor')).not.toBe(
      'rgb(255, 255, 255)',
    );
    await dark.page.screenshot({ path: join(pictures, 'dark.png'), fullPage: true });
    const narrow = await open({ viewport: { width: 390, height: 800 } });
    expect(await narrow.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await narrow.page.screenshot({ path: join(pictures, 'narrow.png'), fullPage: true });
    await narrow.page.pdf({ path: join(pictures, 'print.pdf'), format: 'A4', printBackground: true });
    for (const { page, heard } of [dark, narrow]) {
      expect(heard.filter((line) => !line.startsWith('request'))).toEqual([]);
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      expect(await page.locator('#filter').isVisible()).toBe(false);
    }
    await narrow.page.screenshot({ path: join(pictures, 'print.png'), fullPage: true });
  });

  test('a reader without sight or mouse: language, headings in order, names for all that can be used', async () => {
    const { page } = await open();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    const levels = await page.$$eval('h1, h2, h3, h4', (heads) =>
      heads.map(({ tagName }) => Number(tagName[1])),
    );
    expect(levels[0]).toBe(1);
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
    for (const role of ['button', 'checkbox', 'combobox', 'table', 'region'] as const)
      for (const one of await page.getByRole(role).all())
        expect(
          await one.evaluate(
            (it) => it.getAttribute('aria-label') ?? it.closest('label')?.textContent ?? it.textContent,
          ),
        ).toMatch(/\w/);
    const figures = await page.locator('figure.chart').count();
    expect(await page.locator('figure.chart details table').count()).toBe(figures);
  });
});
