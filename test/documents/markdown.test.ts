import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/documents/markdown';
import { BY_HAND, type Inline, plainText, textWithLinks } from '../../src/documents/model';
import { oneLine, unveiled, veiled, written } from '../../src/documents/value';

const blankMark = (lines: number): string => written({ kind: 'blank', lines });

const text = (words: string): Inline => ({ kind: 'text', text: words });
const paragraph = (words: string) => ({ kind: 'paragraph', children: [text(words)] });

describe('Markdown', () => {
  it('becomes the blocks of a document', () => {
    expect(
      readMarkdown(`## One

### Two **strong**

First line
second line  
third\\
fourth, *slanted* and [a link](https://example.org/a?b=c&d).

---

| A | **B** |
| --- | --- |
| 1 | \\| |
| 2 |
`),
    ).toEqual([
      { kind: 'heading', level: 2, children: [text('One')] },
      {
        kind: 'heading',
        level: 3,
        children: [text('Two '), { kind: 'strong', children: [text('strong')] }],
      },
      {
        kind: 'paragraph',
        children: [
          text('First line second line'),
          { kind: 'break' },
          text('third'),
          { kind: 'break' },
          text('fourth, '),
          { kind: 'emphasis', children: [text('slanted')] },
          text(' and '),
          { kind: 'link', href: 'https://example.org/a?b=c&d', children: [text('a link')] },
          text('.'),
        ],
      },
      { kind: 'rule' },
      {
        kind: 'table',
        header: [[text('A')], [{ kind: 'strong', children: [text('B')] }]],
        rows: [
          [[text('1')], [text('|')]],
          [[text('2')], []],
        ],
      },
    ]);
  });

  it('has lists of both kinds, one in another, and more than a paragraph in an entry', () => {
    expect(readMarkdown('- a\n- b\n  1. c\n  2. d\n')).toEqual([
      {
        kind: 'list',
        ordered: false,
        items: [
          [paragraph('a')],
          [paragraph('b'), { kind: 'list', ordered: true, items: [[paragraph('c')], [paragraph('d')]] }],
        ],
      },
    ]);
    expect(readMarkdown('3. a\n\n   more\n4. b\n')).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [[paragraph('a'), paragraph('more')], [paragraph('b')]],
      },
    ]);
    // An empty line between entries is no end of the list.
    expect(readMarkdown('- a\n\n- b\n\nAfter.\n')).toEqual([
      { kind: 'list', ordered: false, items: [[paragraph('a')], [paragraph('b')]] },
      paragraph('After.'),
    ]);
  });

  it('comes out as its words where it is more than the subset', () => {
    expect(
      readMarkdown('# One\n\n##### Five\n\n> Said.\n\n`code` ~~gone~~ ![picture](x)\n\n    indented'),
    ).toEqual([
      { kind: 'heading', level: 2, children: [text('One')] },
      { kind: 'heading', level: 3, children: [text('Five')] },
      paragraph('Said.'),
      paragraph('code gone picture'),
      paragraph('indented'),
    ]);
    expect(readMarkdown('<b>bold</b>')).toEqual([paragraph('<b>bold</b>')]);
    expect(readMarkdown('- [ ] to do\n- [x] done')).toEqual([
      { kind: 'list', ordered: false, items: [[paragraph('☐ to do')], [paragraph('☑ done')]] },
    ]);
  });

  it('links only to where a letter may point', () => {
    const links = (source: string): string[] =>
      readMarkdown(source).flatMap((block) =>
        block.kind === 'paragraph'
          ? block.children.flatMap((each) => (each.kind === 'link' ? [each.href] : []))
          : [],
      );
    expect(links('[a](https://example.org) [b](mailto:a@example.org) [c](tel:01234)')).toEqual([
      ...['https://example.org', 'mailto:a@example.org', 'tel:01234'],
    ]);
    expect(links('[a](javascript:alert) [b](file:///etc) [c](../x) [d](data:text/html)')).toEqual([]);
    expect(links(`[write](mailto:${veiled('a_b@example.org')})`)).toEqual(['mailto:a_b@example.org']);
  });

  it('writes the characters that stand for others as themselves', () => {
    expect(
      readMarkdown('a&nbsp;b &amp; c &lt; d &#8217;e&#x2019; &pound;5 &nothing; R&D \\* \\&amp;'),
    ).toEqual([paragraph('a\u00a0b & c < d ’e’ £5 &nothing; R&D * &amp;')]);
  });
});

describe('lines to be filled in', () => {
  it('stand by themselves, or right below their question', () => {
    const blank = (lines: number) => ({ kind: 'blank', lines });
    expect(readMarkdown(`${blankMark(1)}\n`)).toEqual([blank(1)]);
    expect(readMarkdown(`Why?\n${blankMark(3)}\nAnd?\n${blankMark(1)}\n${blankMark(2)}\n`)).toEqual([
      paragraph('Why?'),
      blank(3),
      paragraph('And?'),
      blank(1),
      blank(2),
    ]);
    expect(readMarkdown(`1. Why?\n   ${blankMark(2)}\n2. ${blankMark(1)}\n`)).toEqual([
      { kind: 'list', ordered: true, items: [[paragraph('Why?'), blank(2)], [blank(1)]] },
    ]);
  });

  it('are a stretch of line among words, in a heading and in a table', () => {
    expect(readMarkdown(`Name: ${blankMark(1)} of ${blankMark(1)}\n`)).toEqual([
      paragraph(`Name: ${BY_HAND} of ${BY_HAND}`),
    ]);
    expect(readMarkdown(`| a | ${blankMark(1)} |\n|---|---|\n| b | ${blankMark(3)} |\n`)).toEqual([
      { kind: 'table', header: [[text('a')], [text(BY_HAND)]], rows: [[[text('b')], [text(BY_HAND)]]] },
    ]);
    expect(readMarkdown(`## On ${blankMark(1)}\n`)).toEqual([
      { kind: 'heading', level: 2, children: [text(`On ${BY_HAND}`)] },
    ]);
  });
});

describe('reading in parts', () => {
  it('says the same as reading at once, and the same the second time', () => {
    const source =
      '## A\n\nB\n\n- c\n\n  d\n- e\n\n| f |\n|---|\n| g |\n\n*h*\n\n1. i\n\n   j\n\nk\n\n---\n\nl';
    const first = readMarkdown(source);
    expect(first.map(({ kind }) => kind)).toEqual([
      ...['heading', 'paragraph', 'list', 'table', 'paragraph', 'list', 'paragraph', 'rule', 'paragraph'],
    ]);
    expect(readMarkdown(source)).toEqual(first);
    for (let at = 0; at < 2500; at++) readMarkdown(`Part ${at}`);
    expect(readMarkdown(source)).toEqual(first);
  });
});

describe('values on their way', () => {
  it('go veiled, and come back as they were', () => {
    const typed = ' !"#$%&\'()*+,-./0123456789:;<=>?@[\\]^_`{|}~ Ŵyn';
    expect(veiled(typed)).toMatch(/^[a-zA-ZŴ \ue121-\ue17e]+$/);
    expect(unveiled(veiled(typed))).toBe(oneLine(typed));
    expect(oneLine(typed)).toBe(typed.trim());
  });
});

describe('the words of a line', () => {
  const line: Inline[] = [
    text('See '),
    { kind: 'link', href: 'https://example.org', children: [{ kind: 'strong', children: [text('us')] }] },
    { kind: 'break' },
    { kind: 'link', href: 'mailto:a@example.org', children: [text('a@example.org')] },
  ];

  it('are told without looks, and with the addresses that they do not say', () => {
    expect(plainText(line)).toBe('See us a@example.org');
    expect(textWithLinks(line)).toBe('See us (https://example.org)\na@example.org');
  });
});

describe('a list below a paragraph', () => {
  const words = (text: string): string => JSON.stringify(readMarkdown(text));
  it('is the same list whether each entry was read before or not', () => {
    const one = words('These come:\n\n- **Jane**, mother\n- T Wood');
    expect(words('These come:\n\n- **Jane**, mother\n\n- T Wood')).toBe(one);
    expect(one).toContain('"kind":"list","ordered":false');
    expect(one.match(/"strong"/g)).toHaveLength(1);
  });

  it.each([
    ['A\n\n- x\n  - within', '"within"'],
    ['A\n- b\n\n- c', '"c"'],
    ['A\n\n- x\nlazy', '"x lazy"'],
    ['A\n\n- - -\n- x', '"rule"'],
    ['A\n\n- 1. x\n- y', '"ordered":true'],
  ])('and %j keeps what is within it', (text, part) => {
    expect(words(text)).toContain(part);
    expect(words(text).match(/"kind":"paragraph"/g)!.length).toBeGreaterThan(1);
  });
});
