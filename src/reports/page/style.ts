/** How pages of reports look: on a desk, on a phone, in the dark, in forced colours and on paper. */

import { AGE_COLOURS } from './message';

/** The colours of text, ground and rules, and those of what is drawn: each stands out from the ground. */
const LIGHT = `--text: #0b0c0c; --back: #fff; --rule: #505a5f; --soft: #d5dde4; --one: #1d5f9e; --two: #b3501b; --three: #7a1d12; --four: #505a5f; ${AGE_COLOURS.map((colour, at) => `--age${at}: ${colour};`).join(' ')}`;
const DARK =
  '--text: #fff; --back: #0b0c0c; --rule: #b1b4b6; --soft: #3a444c; --one: #8fb0d6; --two: #e8954f; --three: #ef8a7a; --four: #b1b4b6; --age0: #ef8a7a; --age1: #e8954f; --age2: #8fb0d6;';

/** What all pages have; `warning` stands at the foot of each printed page, and has no quotation mark in it. */
export const styleOf = (warning: string, own = ''): string => `
:root { color-scheme: light dark; ${LIGHT} }
@media (prefers-color-scheme: dark) { :root { ${DARK} } }
body { margin: 1.5rem auto; max-width: 60rem; padding: 0 1rem; font: 1rem/1.5 Arial, sans-serif; color: var(--text); background: var(--back); overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 0.5rem; }
h2 { font-size: 1.375rem; line-height: 1.25; margin: 2.25rem 0 0.5rem; }
h3 { font-size: 1.0625rem; margin: 1rem 0 0.25rem; }
p { margin: 0.5rem 0; }
a { color: inherit; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0.5rem 0 0.25rem; }
th, td { border-bottom: 1px solid var(--rule); padding: 0.4rem 0.6rem 0.4rem 0; text-align: left; vertical-align: top; }
thead th { vertical-align: bottom; }
.amount { text-align: right; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
.amount:last-child { padding-right: 0; }
.rows tbody th { font-weight: normal; }
.rows tr.all > * { font-weight: bold; }
.amount > span { white-space: nowrap; }
@media print, (min-width: 40.01rem) { .rows tr.all > * { border-top: 2px solid var(--rule); } }
.k { display: none; }
ul.counts { list-style: none; padding: 0; margin: 1rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: 0.75rem; }
ul.counts li { border: 1px solid var(--rule); border-top: 4px solid var(--rule); padding: 0.5rem 0.75rem; line-height: 1.35; }
ul.counts strong { display: block; font-size: 1.75rem; line-height: 1.2; }
nav ul { padding: 0; margin: 0.5rem 0; list-style: none; }
nav li { display: inline-block; margin: 0 1.25rem 0.25rem 0; min-height: 1.5rem; }
ul.notes { padding-left: 1.1rem; margin: 0.5rem 0 0; font-size: 0.875rem; line-height: 1.4; }
footer { margin-top: 2rem; border-top: 1px solid var(--rule); }
@page { size: A4; margin: 15mm 15mm 18mm; @bottom-left { content: "${warning}"; font: 9pt Arial, sans-serif; } @bottom-right { content: counter(page) " of " counter(pages); font: 9pt Arial, sans-serif; } }
@media screen and (max-width: 40rem) {
  table.rows, .rows > tbody, .rows > tbody > tr, .rows > tbody > tr > * { display: block; }
  .rows > caption { display: block; }
  .rows > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .rows > tbody > tr { border-bottom: 1px solid var(--rule); padding: 0.5rem 0; }
  .rows > tbody > tr > th { font-weight: bold; }
  .rows > tbody > tr > * { border: 0; padding: 0.1rem 0; text-align: left; }
  .rows > tbody > tr > .amount { display: flex; justify-content: space-between; gap: 1rem; }
  .k { display: inline; font-weight: normal; }
}
@media (forced-colors: active) { :root { ${LIGHT} } svg { forced-color-adjust: none; background: #fff; } }
@media print {
  :root { color-scheme: light; ${LIGHT} }
  body { margin: 0; max-width: none; padding: 0; font-size: 10pt; line-height: 1.35; }
  nav { display: none; }
  h1 { font-size: 16pt; } h2 { font-size: 13pt; margin-top: 12pt; }
  h2, h3, caption { break-after: avoid; }
  th, td { padding: 2pt 6pt 2pt 0; }
  tr, li, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  svg, ul.counts li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
${own}
`;
