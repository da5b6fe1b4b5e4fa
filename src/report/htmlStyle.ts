/** How the report looks: on a screen in light and dark, in a narrow window, and on paper. */
import { THEMES, type ThemeName } from '../charts/theme.js';
import { NUMBER_COLUMNS_STYLE } from './html.js';

/** The charts' own paper, ink and colours of candidates, so that page and pictures are one. */
function variables(theme: ThemeName): string {
  const { background, title, axis, range } = THEMES[theme] as unknown as {
    readonly background: string;
    readonly title: { readonly color: string };
    readonly axis: { readonly titleColor: string; readonly gridColor: string };
    readonly range: { readonly category: readonly string[] };
  };
  const swatches = range.category.map((colour, i) => `--c${i}:${colour};`).join('');
  return `--paper:${background};--ink:${title.color};--quiet:${axis.titleColor};--faint:${axis.gridColor};${swatches}`;
}

const LIGHT_ONLY = '--link:#1f4f8a;--sure:#14663f;--unsure:#8a4b08;--raised:#f5f7f9;';
const DARK_ONLY = '--link:#8fc1ff;--sure:#7fdcae;--unsure:#ffc27a;--raised:#1e2329;';

export const STYLE = `
:root{color-scheme:light dark;${variables('light')}${LIGHT_ONLY}}
@media (prefers-color-scheme:dark){:root{${variables('dark')}${DARK_ONLY}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:2}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem}
h1{font-size:2rem;line-height:1.2;margin:0}
h2{font-size:1.4rem;line-height:1.3;margin:3rem 0 .75rem;padding-top:.5rem;border-top:2px solid var(--ink)}
h3{font-size:1.05rem;line-height:1.35;margin:1.6rem 0 .4rem}
h4{font-size:.95rem;margin:1rem 0 .25rem}
p{margin:.4rem 0;max-width:46rem}
ul{margin:.4rem 0;padding-left:1.2rem;max-width:46rem}li{margin:.25rem 0}
a{color:var(--link)}
code,pre{font:.875rem/1.45 ui-monospace,"DejaVu Sans Mono",Consolas,monospace}
pre{background:var(--raised);padding:.8rem 1rem;overflow-x:auto;white-space:pre-wrap;overflow-wrap:anywhere}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.question{font-size:1.15rem;color:var(--quiet);margin:.5rem 0}
.runs,.note,.drawn,.tools{color:var(--quiet);font-size:.875rem}
nav{font-size:.9rem;margin-top:1rem}nav a{margin-right:1rem;white-space:nowrap}
.answers{list-style:none;padding:0;margin:0;display:grid;gap:1rem;max-width:none}
.answers li{background:var(--raised);padding:.9rem 1.2rem;margin:0}
.answers h3{margin:0;font-size:.85rem;color:var(--quiet);font-weight:600}
.says{font-size:1.2rem;line-height:1.4;margin:.2rem 0;max-width:none}
.certainty{font-size:.875rem;color:var(--quiet);max-width:none;margin:.3rem 0 0}
.sure{color:var(--sure)}.unsure{color:var(--unsure)}
.filter{position:sticky;top:0;z-index:1;background:var(--paper);border:0;border-bottom:1px solid var(--faint);margin:1.5rem 0 0;padding:.6rem 0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:.9rem}
.filter fieldset{border:0;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:center}
.filter legend{float:left;padding:0;margin-right:.8rem;color:var(--quiet)}
.filter label{display:inline-flex;align-items:center;gap:.35rem;min-height:1.75rem}
.swatch{width:.8rem;height:.8rem;display:inline-block}
select,button{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--quiet);padding:.15rem .5rem;border-radius:3px}
.scroll{overflow-x:auto;position:relative}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}
th,td{text-align:left;vertical-align:top;padding:.25rem .7rem .25rem 0;border-bottom:1px solid var(--faint);font-weight:400}
thead th{font-weight:600;vertical-align:bottom;border-bottom:1px solid var(--ink)}
.n,${NUMBER_COLUMNS_STYLE}{text-align:right;white-space:nowrap;padding:.25rem 0 .25rem .9rem}
.unit{color:var(--quiet)}
.group th{font-weight:600;padding-top:.9rem}
.part th{padding-left:1.2rem;color:var(--quiet)}.part td{color:var(--quiet)}
.best{display:inline-block;width:0;color:var(--sure)}
.comparison{width:100%}.comparison .n{padding-right:1rem}
.comparison thead .n{white-space:normal}
.comparison th[scope=row]{min-width:8rem;position:sticky;left:0;background:var(--paper)}
.quiet{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.sortable th,.sortable td{white-space:nowrap}
.sortable button{background:none;border:0;padding:0;font-weight:600;cursor:pointer;text-align:inherit}
.sortable button::after{content:" ↕";color:var(--quiet)}
[aria-sort=ascending] button::after{content:" ↑";color:inherit}
[aria-sort=descending] button::after{content:" ↓";color:inherit}
.chart{margin:2.2rem 0}
.chart h3{margin:0;font-size:1.1rem}
.picture,.picture.vega-embed{display:block;overflow-x:auto;margin:.6rem 0;min-height:8rem}
.picture svg{display:block;min-width:36rem;max-width:100%;height:auto;margin-left:-16px}
.paper,.paper.vega-embed{display:none}
.tools{margin:.3rem 0}.tools button{font-size:.8rem}
summary{cursor:pointer;padding:.25rem 0;color:var(--link)}
details{margin:.4rem 0}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1.2rem}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
.prints code{white-space:nowrap;margin-right:.5rem}
footer{color:var(--quiet);font-size:.8rem;padding-top:2rem;padding-bottom:3rem}
[hidden]{display:none!important}
@media (max-width:48rem){.picture svg{margin-left:0}}
@media (max-width:40rem){header{padding-top:1.2rem}h1{font-size:1.5rem}.says{font-size:1.05rem}.filter{position:static}}
@media print{
:root{${variables('light')}${LIGHT_ONLY}}
@page{margin:14mm 12mm}
body{font-size:9.5pt}.says{font-size:12pt}
header,main,footer{max-width:none;padding:0}
nav,.filter,.tools,.skip,summary,details:not([open]){display:none}
h2{break-after:avoid;margin-top:1.5rem}h3{break-after:avoid}
.answers li{padding:.5rem 0;border-bottom:1px solid var(--faint);background:none}
figure,tr,li{break-inside:avoid}.group{break-after:avoid}
#reports,#assumptions{break-before:page}
.scroll,.picture{overflow:visible}
.chart{margin:1.2rem 0}.picture{min-height:0}.picture svg,.paper svg{min-width:0;max-width:84%;margin-left:0;height:auto}
.drawn-dark .picture.vega-embed{display:none}.drawn-dark .paper,.drawn-dark .paper.vega-embed{display:block}
table{font-size:8pt}thead{display:table-header-group}
}
`;
