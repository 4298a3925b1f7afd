/** How a document looks as a page: on a screen, on a phone, in the dark, and printed, where the address stands in the window of the envelope. */
import { createHash } from 'node:crypto';
import type { FixedWords } from './fixed-words';
import { ALWAYS_SHOWN, BESIDE, LETTER_BEGINS, LETTER_SIZES, lineOf, PRIVATE_STANDS } from './window';

/** From the edges of a printed page, in millimetres. */
const MARGIN = 20;
const printed = (millimetres: number): string => `${millimetres - MARGIN}mm`;

const STYLE = `
:root { color-scheme: light dark; --ink: #0b0c0c; --paper: #fff; --line: #505a5f; --link: #1d4f91; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3f2f1; --paper: #16181a; --line: #a8adb0; --link: #8ab8f5; } }
body { margin: 2rem auto; max-width: 42rem; padding: 0 1rem; font: 1.125rem/1.5 Arial, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.75rem; line-height: 1.25; }
h2 { font-size: 1.375rem; margin-top: 2rem; }
h3 { font-size: 1.125rem; margin-top: 1.5rem; }
address { font-style: normal; text-align: right; }
a { color: var(--link); }
a, p, li, address { overflow-wrap: break-word; }
/* An e-mail address goes on a line of its own before it breaks. */
.mail { display: inline-block; max-width: 100%; overflow-wrap: anywhere; hyphens: none; }
li { margin: 0.25rem 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: 0.4rem 0.6rem; text-align: left; vertical-align: top; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.line, .space { display: block; height: 2.25rem; }
.line { border-bottom: 1px solid var(--ink); }
.fill .line { display: none; }
textarea { box-sizing: border-box; width: 100%; padding: 0.4rem; font: inherit; line-height: 2.25rem; color: inherit; background: transparent; border: 1px solid var(--line); }
.stretch { width: 12rem; max-width: 100%; font: inherit; color: inherit; background: transparent; border: 0; border-bottom: 1px solid var(--ink); }
input[type=checkbox] { width: 1.25rem; height: 1.25rem; vertical-align: middle; }
.box { border: 2px solid var(--ink); margin: 1rem 0; }
.idea { display: flex; gap: 1rem; align-items: center; }
.idea svg { flex: none; background: #fff; }
.summary { border: 2px solid var(--ink); padding: 0 1rem; margin: 1rem 0; }
/* For whoever needs large print: every size is of the page's. */
.large { font-size: 150%; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media screen and (max-width: 44rem) {
  /* A table of two columns is narrow enough to stay one, with its head. */
  table:not(.pair), :not(.pair) > tbody, :not(.pair) > * > tr, :not(.pair) > * > tr > * { display: block; }
  :not(.pair) > thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  :not(.pair) > tbody > tr { border: 1px solid var(--line); margin: 0 0 1rem; }
  :not(.pair) > * > tr > * { border: 0; }
  th, td { padding: 0.3rem 0.6rem; overflow-wrap: anywhere; hyphens: auto; }
  td[data-label]::before { content: attr(data-label); display: block; font-weight: bold; }
  .stretch { width: 6rem; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --paper: #fff; --line: #505a5f; --link: #000; }
  body { margin: 0; max-width: none; padding: 0; font-size: 12pt; line-height: 1.35; }
  h1, h2, h3 { break-after: avoid; }
  h1 { font-size: 16pt; } h2 { font-size: 14pt; margin-top: 14pt; } h3 { font-size: 12pt; }
  p, li { orphans: 2; widows: 2; }
  table { width: 99.7%; }
  .large body { font-size: 18pt; }
  .large h1 { font-size: 22pt; } .large h2 { font-size: 20pt; } .large h3 { font-size: 18pt; }
  tr, li, .fill, .box, .idea, .summary { break-inside: avoid; }
  textarea { border: 0; padding: 0; field-sizing: content; }
  textarea:placeholder-shown { display: none; }
  .fill textarea:placeholder-shown ~ .line { display: block; }
  thead { display: table-header-group; }
  .lead, li:first-child { break-after: avoid; }
  li:last-child { break-before: avoid; }
  .end { break-inside: avoid; break-before: avoid; }
  .opening { position: relative; height: ${printed(LETTER_BEGINS)}; }
  .opening address, .opening p { position: absolute; margin: 0; overflow-wrap: anywhere; }
  .opening address { left: ${printed(BESIDE)}; right: 0; top: 0; text-align: left; font-size: 10pt; line-height: 11.5pt; }
  .opening .private { left: 0; top: ${printed(PRIVATE_STANDS)}; line-height: 14pt; }
  .large .opening .private { font-size: 16pt; line-height: 18.5pt; }
  .opening .to { left: ${printed(ALWAYS_SHOWN.left)}; top: ${printed(ALWAYS_SHOWN.top)}; width: ${ALWAYS_SHOWN.right - ALWAYS_SHOWN.left}mm; }
${[...LETTER_SIZES]
  .reverse()
  .map((size) => `  .opening .pt${size} { font-size: ${size}pt; line-height: ${lineOf(size).toFixed(2)}pt; }`)
  .join('\n')}
}
`;

/** The style of one document: at the foot of each printed page its reference, and which page it is. */
export function styleOf(
  reference: string,
  { reference: called, page, of }: FixedWords,
  isLarge = false,
): string {
  const said =
    reference === '' ? '' : `${called}: ${reference.replaceAll(/[\\"\p{Cc}<>]/gu, ' ')}\\00A0\\00A0 `;
  return `${STYLE}@page { size: A4; margin: ${MARGIN}mm; @bottom-center { content: "${said}${page} " counter(page) " ${of} " counter(pages); font: ${isLarge ? 16 : 10}pt Arial, sans-serif; } }
`;
}

/** On paper smaller letters, so that more stands on a page: for what somebody works with at a table. */
export const DENSE_STYLE =
  '@media print { body { font-size: 10pt; } h1 { font-size: 13pt; } h2 { font-size: 11pt; margin-top: 8pt; } }\n';

/** The page allows its own style and nothing else. */
export function policyOf(style: string): string {
  const sum = createHash('sha256').update(style).digest('base64');
  return `default-src 'none'; style-src 'sha256-${sum}'; base-uri 'none'; form-action 'none'`;
}
