/** The style of a page. It is a constant: its hash is what the page's policy lets through. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ink: #1b2330; --quiet: #55606e; --line: #d5dbe2; --paper: #ffffff; --tint: #f4f6f9; --link: #1d4f86;
  --pro: #5b8cc0; --contra: #f6e7d8; --contra-edge: #8a5526; --on-shade: #ffffff;
  --shade-1: #173a5e; --shade-2: #3a6b9c; --shade-3: #6f9bc8; --shade-4: #a3c0dd; --shade-5: #cfdeec; --shade-6: #e9f0f6;
  --counter-1: #7a4414; --counter-2: #e3b27e; --counter-3: #f6e4d0;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #e7eaee; --quiet: #a4afbc; --line: #38424e; --paper: #12161b; --tint: #1b2128; --link: #8fbcf0;
    --pro: #5f93cb; --contra: #3a2a1b; --contra-edge: #d29a63; --on-shade: #0d1116;
    --shade-1: #cfe2f7; --shade-2: #8db9e6; --shade-3: #2f5f91; --shade-4: #2b5078; --shade-5: #203a57; --shade-6: #1a2a3c;
    --counter-1: #f2c797; --counter-2: #7d5126; --counter-3: #3f2c1a;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 54rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  overflow-wrap: anywhere;
}
p, ul, dl, li { max-width: 44rem; }
p, ul, ol, dl, pre { margin: 0 0 1rem; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; margin: 0 0 .75rem; font-weight: 650; }
h1 { font-size: 2.1rem; letter-spacing: -.015em; }
h2 { font-size: 1.5rem; }
h3 { font-size: 1.18rem; }
h4 { font-size: 1.05rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
:focus-visible { outline: .18rem solid var(--link); outline-offset: .15rem; border-radius: .15rem; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem .75rem; }
.kind { margin: 0 0 .35rem; color: var(--quiet); font-size: .9rem; }
.about { color: var(--quiet); }
header { margin-bottom: 1.75rem; }
header h1, header p { max-width: none; }
nav { margin: 0 0 2.5rem; font-size: .92rem; }
nav h2 { font-size: .92rem; color: var(--quiet); font-weight: 600; margin-bottom: .4rem; }
nav ol { list-style: none; margin: 0; padding: 0; columns: 15rem; column-gap: 2rem; }
nav li { padding: .12rem 0; break-inside: avoid; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav .chapter { font-weight: 600; display: block; margin-top: .6rem; }
main > article > section { margin-top: 3.25rem; padding-top: 1.5rem; border-top: 1px solid var(--line); }
main > article + article { margin-top: 5rem; padding-top: 2.5rem; border-top: 3px solid var(--ink); }
article > h2.chapter { font-size: 1.9rem; }
.part { margin-top: 2.25rem; }
.intro .part { margin: 0 0 1.5rem; }
.lead { font-size: 1.19rem; line-height: 1.62; max-width: 44rem; }
.intro > .part { background: var(--tint); border-left: .28rem solid var(--pro); padding: 1.4rem 1.6rem; border-radius: .2rem; }
.intro > .part > :last-child { margin-bottom: 0; }
.quiet { color: var(--quiet); font-size: .92rem; }
small.id { color: var(--quiet); font: .78rem/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
.cite { font-size: .85em; text-decoration: none; }
.cite:hover { text-decoration: underline; }
ul { padding-left: 1.2rem; }
li { margin-bottom: .4rem; }
pre { background: var(--tint); padding: .8rem 1rem; border-radius: .2rem; white-space: pre-wrap; font-size: .88rem; }
figure { margin: 1.75rem 0 2rem; }
figcaption strong { display: block; }
figcaption span { display: block; color: var(--quiet); font-size: .92rem; max-width: 44rem; }
.chart { overflow-x: auto; margin: .9rem 0 .7rem; }
.chart svg { display: block; max-width: 100%; height: auto; }
.chart text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
details { margin: 0 0 1rem; }
summary { cursor: pointer; color: var(--link); width: fit-content; padding: .15rem 0; }
details[open] > summary { margin-bottom: .6rem; }
.scroll { overflow-x: auto; margin: 0 0 1.25rem; }
table { border-collapse: collapse; width: 100%; min-width: 34rem; font-size: .92rem; line-height: 1.45; font-variant-numeric: tabular-nums; }
table.wide { min-width: 46rem; font-size: .86rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .45rem; }
th, td { text-align: left; vertical-align: top; padding: .42rem .7rem .42rem 0; border-bottom: 1px solid var(--line); overflow-wrap: break-word; }
td, tbody th { max-width: 26rem; min-width: 6.8rem; overflow-wrap: anywhere; }
td.number { min-width: 4rem; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--quiet); font-weight: 600; border-bottom-color: var(--quiet); vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
.total th, .total td { font-weight: 650; border-bottom: 0; }
dl > div { display: grid; grid-template-columns: 12rem 1fr; gap: .2rem 1.2rem; padding: .35rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; }
.sources { padding-left: 2.2rem; font-size: .92rem; }
.sources li:target, tr:target { background: var(--tint); }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .88rem; }
@media screen and (min-width: 75rem) {
  body { display: grid; grid-template-columns: 14rem minmax(0, 54rem); column-gap: 3.5rem; max-width: 73rem; padding-top: 3.5rem; }
  header, main, footer { grid-column: 2; }
  nav { grid-column: 1; grid-row: 1 / span 3; position: sticky; top: 3.5rem; align-self: start; max-height: calc(100vh - 5rem); overflow-y: auto; }
  nav ol { columns: auto; }
}
@media screen and (max-width: 48rem) {
  .chart svg { min-width: 36rem; }
  .chart.bars svg { min-width: 30rem; }
  .chart.bump svg { min-width: 46rem; }
  td, tbody th { min-width: 8rem; }
}
@media (max-width: 40rem) {
  body { padding: 1.5rem 1.1rem 3rem; }
  h1 { font-size: 1.7rem; }
  .lead { font-size: 1.08rem; }
  .intro > .part { padding: 1.1rem 1.1rem; }
  nav ol { columns: 9rem; }
  dl > div { grid-template-columns: 1fr; }
}
@page { margin: 18mm 17mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; color: #55606e; } }
@media print {
  :root { color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 10pt; line-height: 1.45; }
  .skip, nav { display: none; }
  p, ul, dl, li, .lead, figcaption span { max-width: none; }
  .lead { font-size: 11pt; line-height: 1.5; }
  .quiet, figcaption span { font-size: 9pt; }
  h1 { font-size: 20pt; }
  h2 { font-size: 14pt; }
  h3 { font-size: 11.5pt; }
  .intro > .part { padding: .9rem 1.1rem; }
  main > article > section { margin-top: 1.4rem; padding-top: .9rem; }
  main > article + article { break-before: page; border-top: 0; padding-top: 0; margin-top: 0; }
  h1, h2, h3, h4, caption, figcaption, summary, thead { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; }
  tr, li, .intro > .part, .chart, dl > div { break-inside: avoid; }
  .total { break-before: avoid; }
  p { orphans: 3; widows: 3; }
  .chart, .scroll { overflow: visible; }
  .chart svg, .chart.bars svg, .chart.bump svg { min-width: 0; max-width: 15.5cm; }
  .chart.bump svg { max-width: 100%; }
  .chart.bars svg { max-width: 11cm; }
  table, table.wide { min-width: 0; font-size: 8.5pt; }
  table.wide { font-size: 7pt; }
  table.wide th, table.wide td { padding-right: .35rem; }
  td, tbody th { min-width: 6.5rem; }
  td.number { min-width: 0; white-space: normal; }
  .wide td { min-width: 0; }
  .wide tbody th { min-width: 6.2rem; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { list-style: none; color: var(--quiet); font-weight: 600; }
  a { color: inherit; text-decoration: none; }
  .sources a.out { text-decoration: underline; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
