import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/documents/fill';
import { readMarkdown } from '../../src/documents/markdown';
import type { DocumentModel } from '../../src/documents/model';
import { toText } from '../../src/documents/plain/to-text';
import { FIELDS } from '../../src/documents/template/fields';
import { readShelf } from '../../src/documents/template/shelf';
import { toHtml } from '../../src/documents/to-html';
import { pageChecker } from '../support/page-checker';
import { secondsUsed } from '../support/processor-time';
import { LETTER_DATA, shelfOf, templateOf } from '../support/templates';

const CHECKER = pageChecker();

/** What an accessibility checker that we did not write says of a page. */
async function complaints(page: string): Promise<string[]> {
  const { results } = await CHECKER.validateString(page);
  return results.flatMap(({ messages }) =>
    messages.map(({ line, ruleId, message }) => `${line}: ${message} (${ruleId})`),
  );
}

const recordOf = (markdown: string): DocumentModel => ({
  ...{ name: 'sample', version: 1, title: 'A record', reference: 'K77/2', letter: null },
  blocks: readMarkdown(markdown),
});
const mainOf = (page: string): string => /<main>\n([\s\S]*)\n<\/main>/.exec(page)![1]!;

/** The same without what its table says of each of its parts: a table, a row, a cell. */
const rolesLeftOut = (page: string): string =>
  mainOf(page).replaceAll(/ role="(?:table|rowgroup|row|cell|(?:column|row)header)"/g, '');

/** Some value for every field there is. */
function everyField(): Record<string, unknown> {
  const data: Record<string, unknown> = {};
  for (const { path, list, yesNo } of FIELDS) {
    if (path.includes('[]')) continue;
    const steps = path.split('.');
    const last = steps.pop()!;
    let at = data;
    for (const step of steps) {
      at[step] ??= {};
      at = at[step] as Record<string, unknown>;
    }
    const parts = FIELDS.filter((field) => field.path.startsWith(`${path}[].`));
    const thing = Object.fromEntries(
      parts.map((field) => [field.path.split('[].')[1]!, field.yesNo ? true : `O’Brien & <${field.path}>`]),
    );
    at[last] = yesNo
      ? true
      : list
        ? parts.length > 0
          ? [thing, thing]
          : ['One & <two>']
        : `*A* & <${path}>`;
  }
  return data;
}

describe('a page', () => {
  const body = `Hello.

## When and where

- **Date:** {{review.date}}
- See [our page](https://example.org/?a=1&b=2)

### Later

1. One
2. Two
`;
  const page = toHtml(
    fill(
      templateOf(body, {
        ...{ kind: 'invitation', title: 'Your review on {{review.date}}', encloses: '[leaflets]' },
      }),
      { ...LETTER_DATA, enclosures: ['Your rights'] },
      shelfOf(),
    ),
  );

  it('says in what language it is, what it is called and how it is written', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n/);
    expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
    expect(page).toContain('<title>Your review on Thursday 9 April 2026 (K77/2)</title>');
    expect(page.match(/<h1>/g)).toHaveLength(1);
    expect(page).toMatch(/<\/html>\n$/);
  });

  it('has a name of a length that a list of pages has room for', () => {
    const named = (title: string): string =>
      /<title>(.*)<\/title>/.exec(toHtml({ ...recordOf('x'), title }))![1]!;
    const words = 'A record of what was said ';
    expect(named('A record')).toBe('A record (K77/2)');
    expect(named(words.repeat(3).slice(0, 68))).not.toContain('K77');
    expect(named(words.repeat(9))).toBe(
      'A record of what was said A record of what was said A record of what…',
    );
  });

  it('lets nothing in but its own style: no script, no picture, nothing from elsewhere', () => {
    const style = /<style>([\s\S]*)<\/style>/.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)![1]!;
    expect(policy.replaceAll('&#39;', "'")).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\bon\w+=|\bsrc=/);
  });

  it('is laid out as a letter', () => {
    expect(mainOf(page)).toBe(`<div class="opening">
<address>Reviewing Unit<br>
Example Council<br>
1 High Street<br>
Example<br>
Telephone: 01234 567 890 (Monday to Friday, 9am to 5pm)<br>
reviews@example.gov.uk</address>
<p class="private"><strong>Private and confidential</strong></p>
<p class="to pt12">Jo <span lang="pl">Łukasiewicz</span><br>
2 Low Road<br>
Example</p>
</div>
<p>Monday 30 March 2026<br>
Our reference: K77/2</p>
<p>Dear Jo <span lang="pl">Łukasiewicz</span></p>
<h1>Your review on Thursday 9 April 2026</h1>
<p>Hello.</p>
<h2>When and where</h2>
<ul>
<li><strong>Date:</strong> Thursday 9 April 2026</li>
<li>See <a href="https://example.org/?a=1&amp;b=2">our page</a></li>
</ul>
<h3>Later</h3>
<ol>
<li>One</li>
<li>Two</li>
</ol>
<div class="end">
<p>Yours sincerely</p>
<p>Ann Lee<br>
Manager<br>
Reviewing Unit</p>
</div>
<p class="lead">Enclosed:</p>
<ul>
<li>Your rights</li>
</ul>`);
  });

  it('has no faults', async () => {
    expect(await complaints(page)).toEqual([]);
  });
});

describe('a record as a page', () => {
  it('gives its tables headings of columns, and of rows where there are two columns or an empty corner', () => {
    const page = rolesLeftOut(
      toHtml(
        recordOf(
          '| A | B | C |\n|---|---|---|\n| 1 | 2 | |\n\n| Q | Answer |\n|---|---|\n| a | b |\n\n| | Yes | No |\n|---|---|---|\n| c | | |',
        ),
      ),
    );
    expect(page).toContain('<tr><th scope="col">A</th><th scope="col">B</th><th scope="col">C</th></tr>');
    expect(page).toContain(
      '<tr><td data-label="A">1</td><td data-label="B">2</td><td data-label="C"></td></tr>',
    );
    expect(page).toContain('<tr><th scope="row">a</th><td>b</td></tr>');
    expect(page).toContain('<tr><td></td><th scope="col">Yes</th><th scope="col">No</th></tr>');
    expect(page).toContain(
      '<tr><th scope="row">c</th><td data-label="Yes"></td><td data-label="No"></td></tr>',
    );
  });

  it('says what its empty lines are for to someone who listens', () => {
    const page = mainOf(
      toHtml(fill(templateOf('Why?\n\n{{blank 3}}\n\n{{blank}}\n\nOn {{blank}}\n'), {}, shelfOf())),
    );
    expect(page).toContain('<textarea rows="3" placeholder=" " aria-label="Why?"></textarea>');
    // Ruled lines on paper.
    expect(page.match(/class="line"/g)).toHaveLength(4);
    expect(page).toContain('<p>On <input type="text" class="stretch" aria-label="To be filled in"></p>');
    expect(page).not.toContain('__');
  });

  it('keeps breaks, rules, numbers of lists, and lists in lists', () => {
    const page = mainOf(toHtml(recordOf('a\\\n*b*\n\n---\n\n3. c\n   - d\n4. e\n\n   f')));
    expect(page).toBe(`<h1>A record</h1>
<p>Reference: K77/2</p>
<p>a<br>
<em>b</em></p>
<hr>
<ol start="3">
<li>c
<ul>
<li>d</li>
</ul></li>
<li><p>e</p>
<p>f</p></li>
</ol>`);
  });

  it('makes nothing of what was typed', () => {
    const typed = `"><script>alert('x')</script>&amp;</title></style>`;
    const data = {
      ...LETTER_DATA,
      today: typed,
      enclosures: [typed],
      child: { ref: typed, called: typed },
      addressee: { name: typed },
    };
    const page = toHtml(
      fill(
        templateOf('{{child.called}}\n\n[x](https://example.org/{{child.called}})\n', {
          kind: 'notice',
          encloses: '[leaflets]',
          title: 'Of {{child.called}}',
        }),
        data,
        shelfOf(),
      ),
    );
    expect(page).not.toContain('<script');
    expect(page.match(/<\/title>|<\/style>/g)).toHaveLength(2);
    expect(
      page.split('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;').length,
    ).toBeGreaterThan(6);
  });
});

describe('every document that is shipped', () => {
  const shelf = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);
  const data = everyField();

  it('is a page without faults, with everything that it may say', async () => {
    const said: string[] = [];
    for (const template of shelf.templates.values()) {
      for (const each of await complaints(toHtml(fill(template, data, shelf))))
        said.push(`${template.name}:${each}`);
    }
    expect(shelf.templates.size).toBeGreaterThan(40);
    expect(said).toEqual([]);
  });

  it('says the same words in text and on the page', () => {
    const wordsOf = (text: string): string[] => [...new Set(text.match(/[\p{L}\p{N}]+/gu))].sort();
    for (const template of shelf.templates.values()) {
      const model = fill(template, data, shelf);
      const page = mainOf(toHtml(model))
        .replace(/<span class="said">[^<]*<\/span>/g, '')
        .replace(/ href="([^"]*)"/g, '> $1 <')
        .replace(/<[^>]*>/g, ' ')
        .replace(/&(?:amp|lt|gt|quot|#39);/g, ' ');
      expect([template.name, wordsOf(page)]).toEqual([
        template.name,
        wordsOf(toText(model).replace(/^ *\d+\. /gm, '')),
      ]);
    }
  });

  it('takes its time for no letter twice: a thousand are made in well under a second', () => {
    const template = shelf.templates.get('invitation-child')!;
    const used = secondsUsed();
    for (let at = 0; at < 1000; at++) {
      const child = { ...LETTER_DATA.child, called: `Child ${at}` };
      toHtml(fill(template, { ...data, child }, shelf));
    }
    // Three times the measure of the house, for a machine with other work to do.
    expect(used()).toBeLessThan(3);
  });
});
