import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GLOBAL_OPTIONS, SPECS } from '../../src/command-table';
import type { OptionSpec } from '../../src/command-table/spec';
import { type DocumentData, fill } from '../../src/documents/fill';
import { type DocumentModel, plainText } from '../../src/documents/model';
import { toText } from '../../src/documents/plain/to-text';
import { FIELDS, isAbsent, valueAt } from '../../src/documents/template/fields';
import { readTemplate } from '../../src/documents/template/template';
import { toHtml } from '../../src/documents/to-html';
import { UserError } from '../../src/errors';
import { LETTER_DATA, shelfOf, templateOf, templateText } from '../support/templates';

type Front = Readonly<Record<string, string>>;

function filled(body: string, data: DocumentData = LETTER_DATA, front: Front = {}): DocumentModel {
  return fill(templateOf(body, front), data, shelfOf());
}

/** The words of every paragraph. */
function words(body: string, data: DocumentData = LETTER_DATA): string[] {
  return filled(body, data).blocks.map((block) =>
    block.kind === 'paragraph' || block.kind === 'heading' ? plainText(block.children) : `(${block.kind})`,
  );
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return `${error.message} ${error.next}`;
    throw error;
  }
  throw new Error('It was filled.');
}

describe('a value', () => {
  it.each([
    ['*Siân* _O_ `B` ~~x~~'],
    ["O'Brien-Łukasiewicz, Ŵyn & Żółć"],
    ['[x](https://example.org) ![y](z) <b>bold</b> <!-- c -->'],
    ['https://example.org www.example.org a@example.org'],
    ['&amp; &lt; &#39; &nbsp;'],
    ['a | b \\| c \\ d'],
    ['{{child.name}} {{{x}}} {{#if y}}'],
    ['# heading'],
    ['- item'],
    ['* item'],
    ['1. item'],
    ['12) item'],
    ['> said'],
    ['---'],
    ['==='],
    ['```'],
    ['[ref]: https://example.org'],
    ['=1+1 +1 @SUM'],
  ])('comes out as it was typed: %s', (typed) => {
    const data = { ...LETTER_DATA, child: { ...LETTER_DATA.child, name: typed } };
    expect(filled('{{child.name}}', data).blocks).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: typed }] },
    ]);
    const model = filled(
      '**{{child.name}}**, *{{child.name}}*s\n\n| a | b |\n|---|---|\n| {{child.name}} | c |\n\n- {{child.name}}\n\n## {{child.name}}\n',
      data,
    );
    const text = { kind: 'text', text: typed };
    expect(model.blocks).toEqual([
      {
        kind: 'paragraph',
        children: [
          { kind: 'strong', children: [text] },
          { kind: 'text', text: ', ' },
          { kind: 'emphasis', children: [text] },
          { kind: 'text', text: 's' },
        ],
      },
      {
        kind: 'table',
        header: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]],
        rows: [[[text], [{ kind: 'text', text: 'c' }]]],
      },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', children: [text] }]] },
      { kind: 'heading', level: 2, children: [text] },
    ]);
    expect(toText(model)).toContain(`- ${typed}\n`);
    expect(toHtml(model)).not.toContain('<b>bold');
  });

  it('is one line: ends of lines and controls become spaces', () => {
    const name = ' A\r\n\r\n# B\tC\u0000D\u2028E\u0085F\u202eG  H\ufeff ';
    const data = { ...LETTER_DATA, child: { ...LETTER_DATA.child, name } };
    expect(words('{{child.name}}', data)).toEqual(['A # B C D E FG H']);
    expect(filled('x', data, { title: "'{{child.name}}'" }).title).toBe('A # B C D E FG H');
  });

  it('cannot bring in what the program itself uses within Markdown', () => {
    const data = {
      ...LETTER_DATA,
      child: { ...LETTER_DATA.child, name: 'A\ue0009\ue001\ue12aB\ue12a\ud800' },
    };
    expect(filled('{{child.name}}', data).blocks).toEqual([
      { kind: 'paragraph', children: [{ kind: 'text', text: 'A9B\ufffd' }] },
    ]);
  });

  it('whatever it is, changes nothing around it', () => {
    const body =
      'Hello **{{child.name}}** and {{child.name}}.\n\n- {{child.name}}\n- {{iro.name}}\n\n{{child.name}}\n{{iro.name}}\n';
    const shape = (model: DocumentModel): string =>
      JSON.stringify(model.blocks).replace(/"text":"(?:[^"\\]|\\.)*"/g, '');
    const data = (name: string): DocumentData => ({
      ...LETTER_DATA,
      child: { ref: 'K1', name },
      iro: { name },
    });
    const plain = shape(filled(body, data('x')));
    const template = templateOf(body);
    const shelf = shelfOf();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        fc.pre(words('{{child.name}}', data(`x${name}`))[0] !== 'x');
        expect(shape(fill(template, data(`x${name}`), shelf))).toBe(plain);
      }),
    );
    fc.assert(
      fc.property(fc.stringMatching(/^[!-@[-`{-~ ]{0,12}[a-z][!-~ ]{0,12}$/), (name) => {
        const model = fill(template, data(name), shelf);
        expect(shape(model)).toBe(plain);
        expect(toText(model)).toContain(`- ${name.trim().replace(/ +/g, ' ')}\n`);
      }),
    );
  });

  it('a number may number a list, and what was typed may not', () => {
    const decisions = [
      { number: 4, text: 'See the dentist' },
      { number: 5, text: '6. Visit' },
    ];
    const text = toText(filled('{{#each decisions}}\n{{number}}. {{text}}\n{{/each}}\n', { decisions }));
    expect(text).toContain('\n4. See the dentist\n5. 6. Visit\n');
    expect(words('{{child.name}}. Hello', { child: { name: '12' } })).toEqual(['12. Hello']);
  });
});

describe('helpers', () => {
  const data = {
    ...LETTER_DATA,
    review: { ...LETTER_DATA.review, together: ['Ben', "D'Arcy", 'Zoë'], isFirst: true },
    attending: [{ called: 'mother', name: 'Mary' }, { called: 'teacher' }],
    addressee: { ...LETTER_DATA.addressee, called: 'Foster carer' },
    satisfied: 'no',
  };

  it('make lists in words', () => {
    expect(words('{{list review.together}}', data)).toEqual(["Ben, D'Arcy and Zoë"]);
    expect(words('{{list attending}}', data)).toEqual(['Mary and teacher']);
    expect(words('{{list enclosures}}', { enclosures: ['One'] })).toEqual(['One']);
  });

  it('begin with a small letter, and leave what is shortened', () => {
    expect(words('{{lower addressee.called}}', data)).toEqual(['foster carer']);
    expect(words('{{lower addressee.called}}', { addressee: { called: 'GP surgery' } })).toEqual([
      'GP surgery',
    ]);
    expect(words('{{lower addressee.called}}', { addressee: { called: 'Élise’s aunt' } })).toEqual([
      'élise’s aunt',
    ]);
  });

  it('ask', () => {
    expect(words('{{#if review.isFirst}}first{{else}}later{{/if}}', data)).toEqual(['first']);
    expect(words('{{#if review.isThird}}third{{else if review.isFirst}}first{{/if}}', data)).toEqual([
      'first',
    ]);
    expect(words('{{#unless review.isThird}}not third{{/unless}}', data)).toEqual(['not third']);
    expect(words('{{#is satisfied "yes" "no"}}said{{else}}not{{/is}}', data)).toEqual(['said']);
    expect(words('{{#is review.number 2}}second{{/is}}', data)).toEqual(['second']);
    expect(words('{{#is satisfied "yes"}}yes{{else}}other{{/is}}', {})).toEqual(['other']);
    // A child may be nought years old; an empty list is nothing, and so are empty words.
    expect(words('{{#if child.age}}{{child.age}}{{/if}}', data)).toEqual(['0']);
    const nothing = { enclosures: [], advocacy: ' ', complaints: false, satisfied: null };
    const body =
      '{{#if enclosures}}a{{/if}}{{#if advocacy}}b{{/if}}{{#if complaints}}c{{/if}}{{#if satisfied}}d{{/if}}-';
    expect(words(body, nothing)).toEqual(['(list)']);
  });

  it('go through lists, with the document’s fields still to be had', () => {
    const body = `{{#each attending}}
- {{called}}{{#if name}} ({{name}}){{/if}} of {{child.ref}}, {{../child.ref}}{{#if @last}}.{{else}},{{/if}}
{{else}}
Nobody.
{{/each}}`;
    expect(toText(filled(body, data))).toContain('- mother (Mary) of K77, K77,\n- teacher of K77, K77.\n');
    expect(words(body, LETTER_DATA)).toEqual(['Nobody.']);
    expect(words('{{#each enclosures}}{{this}}{{.}} {{/each}}', { enclosures: ['*a*', 'b'] })).toEqual([
      '*a**a* bb',
    ]);
    // The same name in a list and in the document: in the list it is the list's.
    const decisions = [{ number: 1, text: 'x', by: 'Friday' }];
    expect(words('{{#each decisions}}{{#if by}}{{by}}{{/if}}{{/each}}', { decisions })).toEqual(['Friday']);
  });

  it('call partials, in a list too, where the partial reads the document’s fields', () => {
    const shelf = shelfOf({ who: '{{child.called}} and {{> inner}}', inner: '{{child.ref}}' });
    const template = templateOf('{{#each enclosures}}\n{{> who}} {{this}};\n{{/each}}\n', {
      needs: '[child.called]',
    });
    const model = fill(template, { ...LETTER_DATA, enclosures: ['a', 'b'] }, shelf);
    expect(toText(model)).toContain('Siân and K77 a; Siân and K77 b;');
  });
});

describe('what is missing stops the document', () => {
  const without = (path: string): DocumentData => {
    const data = structuredClone<Record<string, unknown>>(LETTER_DATA);
    const [group, name] = path.split('.') as [string, string];
    delete (data[group] as Record<string, unknown>)[name];
    return data;
  };

  it('a need, with the line where it is first used and the command that supplies it', () => {
    const template = templateOf('\nHello.\n\nHello {{child.called}}, {{child.called}}.\n', {
      needs: '[child.called]',
    });
    expect(refusal(() => fill(template, without('child.called'), shelfOf()))).toBe(
      'sample needs child.called (sample.md.hbs, line 12). To supply it: irotool child edit K77 --known-as "…"',
    );
  });

  it('a need that only the title, a partial or a condition uses, or nothing', () => {
    const data = without('review.venue');
    const said = (body: string, front: Front): string =>
      refusal(() =>
        fill(
          templateOf(body, { needs: '[review.venue]', ...front }),
          data,
          shelfOf({ at: 'a\n{{review.venue}}' }),
        ),
      );
    expect(said('{{review.venue}}', { title: 'In {{review.venue}}' })).toContain('(sample.md.hbs, line 2).');
    expect(said('{{> at}}', {})).toContain('(at.hbs, line 2).');
    expect(said('{{#if review.venue}}x{{/if}}', {})).toContain('(sample.md.hbs, line 9).');
    expect(said('Hello.', {})).toBe(
      'sample needs review.venue (sample.md.hbs, line 6). To supply it: irotool review plan K77 --venue "…"',
    );
  });

  it('several at once, each with its line and its command', () => {
    const data = { ...LETTER_DATA, review: {}, unit: {} };
    const template = templateOf('{{review.venue}}', { kind: 'notice', needs: '[review.venue]' });
    expect(refusal(() => fill(template, data, shelfOf()))).toBe(
      [
        'sample needs 2 things that are not recorded.',
        '  review.venue (sample.md.hbs, line 9): irotool review plan K77 --venue "…"',
        '  unit.name (sample.md.hbs, line 6): irotool settings set unit.name "…" ',
      ].join('\n'),
    );
  });

  it('a field that is used and not in needs: never blank', () => {
    expect(refusal(() => filled('a\n\n{{advocacy}}'))).toBe(
      'sample needs advocacy (sample.md.hbs, line 11). To supply it: irotool settings set advocacy "…"',
    );
    expect(refusal(() => filled('{{#if today}}{{advocacy}}{{/if}}'))).toContain('needs advocacy');
    expect(refusal(() => filled('{{lower advocacy}}'))).toContain('needs advocacy');
    expect(refusal(() => filled('{{list enclosures}}', { enclosures: [] }))).toContain('needs enclosures');
    expect(refusal(() => filled('x', {}, { title: 'Of {{child.name}}' }))).toBe(
      'sample needs child.name (sample.md.hbs, line 2). To supply it: irotool child edit REF --name "…"',
    );
    expect(
      refusal(() => filled('{{#each decisions}}{{text}}{{owner}}{{/each}}', { decisions: [{ text: 'a' }] })),
    ).toContain('sample needs decisions[].owner (sample.md.hbs, line 9).');
    for (const advocacy of ['', ' ', null, undefined, false, true, Number.NaN, []]) {
      expect(refusal(() => filled('{{advocacy}}', { advocacy }))).toContain('needs advocacy');
    }
  });

  it.each(['unit.name', 'signatory.name', 'addressee.name'])('a letter without %s', (path) => {
    const template = templateOf('Hello.\n', { kind: 'notice' });
    expect(refusal(() => fill(template, without(path), shelfOf()))).toMatch(
      new RegExp(
        `^sample needs ${path} \\(sample\\.md\\.hbs, line \\d\\)\\. To supply it: irotool (?:settings set|child link K77)`,
      ),
    );
    // A form has none of these.
    expect(fill(templateOf('Hello.\n'), without(path), shelfOf()).letter).toBeNull();
  });

  it('is never more than the data’s own: nothing of an object’s prototype', () => {
    const data = Object.create({ advocacy: 'inherited' });
    expect(refusal(() => filled('{{advocacy}}', data))).toContain('needs advocacy');
    expect(valueAt({ child: Object.create({ name: 'x' }) }, 'child.name')).toBeUndefined();
  });
});

describe('a template with faults', () => {
  it('is not filled', () => {
    expect(refusal(() => filled('a\n{{child.caled}}'))).toBe(
      'sample.md.hbs, line 10: there is no field "child.caled". Did you mean "child.called"? To see everything: irotool template check sample',
    );
    expect(refusal(() => filled('{{#if today}}'))).toContain('line 9: {{#if}} is not closed');
    expect(refusal(() => filled('{{> rights}}'))).toContain('line 9: there is no partial "rights".');
    expect(refusal(() => filled('{{blank}}', LETTER_DATA, { kind: 'notice' }))).toContain(
      'only for forms and records',
    );
  });

  it('may still be filled where nothing is lost by it: an unused need that is there', () => {
    expect(filled('Hello.', LETTER_DATA, { needs: '[child.name]' }).blocks).toHaveLength(1);
  });
});

describe('a letter', () => {
  it('has its parts', () => {
    const data = { ...LETTER_DATA, enclosures: ['Your rights', 'How to complain'] };
    const model = filled('Hello.\n', data, {
      kind: 'invitation',
      form: 'A form for *you*',
      encloses: '[leaflets]',
      title: 'Review on {{review.date}}',
      version: '4',
    });
    expect(model).toMatchObject({
      name: 'sample',
      version: 4,
      title: 'Review on Thursday 9 April 2026',
      reference: 'K77/2',
      letter: {
        from: {
          names: ['Reviewing Unit', 'Example Council'],
          address: ['1 High Street', 'Example'],
          reach: ['Telephone: 01234 567 890 (Monday to Friday, 9am to 5pm)', 'reviews@example.gov.uk'],
        },
        to: ['Jo Łukasiewicz', '2 Low Road', 'Example'],
        date: 'Monday 30 March 2026',
        reference: 'Our reference: K77/2',
        salutation: 'Dear Jo Łukasiewicz',
        close: 'Yours sincerely',
        signatory: ['Ann Lee', 'Manager', 'Reviewing Unit'],
        enclosures: ['A form for *you*', 'Your rights', 'How to complain'],
      },
    });
  });

  it('to a child greets them by what they are called', () => {
    const addressee = { name: "Siân O'Brien", isChild: true };
    const { letter } = filled('Hi.', { ...LETTER_DATA, addressee }, { kind: 'invitation', reader: 'child' });
    expect(letter).toMatchObject({
      to: ["Siân O'Brien"],
      salutation: 'Dear Siân',
      close: 'With best wishes',
    });
  });

  it('has the leaflets of the settings only where it says so', () => {
    const data = { ...LETTER_DATA, enclosures: ['Your rights'] };
    const enclosures = (encloses: string) =>
      filled('Hello.', data, { kind: 'notice', ...(encloses === '' ? {} : { encloses }) }).letter?.enclosures;
    expect(enclosures('')).toEqual([]);
    expect(enclosures('[leaflets]')).toEqual(['Your rights']);
    expect(
      filled('Hello.', LETTER_DATA, { kind: 'notice', encloses: '[leaflets]' }).letter?.enclosures,
    ).toEqual([]);
  });

  it('about several children has a form for each, whatever its language calls it', () => {
    const enclosed = (form: string, file: string) =>
      fill(
        readTemplate(file, templateText('Hello.', { kind: 'notice', form })),
        { ...LETTER_DATA, forms: true },
        shelfOf(),
      ).letter?.enclosures;
    expect(enclosed('Questions for you', 'sample.md.hbs')).toEqual(['Questions for you, one for each child']);
    expect(enclosed('Ankieta', 'sample.pl.md.hbs')).toEqual(['Ankieta, po jednym dla każdego dziecka']);
  });

  it('leaves out what is not recorded', () => {
    const data = {
      ...{ today: 'Monday 30 March 2026', child: { ref: 'K77' }, unit: { name: 'Unit' } },
      ...{ signatory: { name: 'Ann Lee' }, addressee: { name: 'Jo' } },
    };
    const model = filled('Hi.', data, { kind: 'notice' });
    expect(model.reference).toBe('K77');
    expect(model.letter).toMatchObject({
      from: { names: ['Unit'], address: [], reach: [] },
      to: ['Jo'],
      signatory: ['Ann Lee', 'Unit'],
      enclosures: [],
    });
    expect(toText(model)).not.toMatch(/undefined|null|\n\n\n/);
  });

  it('is only what forms and records are not', () => {
    for (const kind of ['form', 'record']) expect(filled('Hi.', LETTER_DATA, { kind }).letter).toBeNull();
    for (const kind of ['invitation', 'notice', 'reasons', 'after', 'tracked']) {
      expect(filled('Hi.', LETTER_DATA, { kind }).letter).not.toBeNull();
    }
  });
});

describe('a template filled again', () => {
  it('says each time what it was given, and knows when its partials change', () => {
    const template = templateOf('{{child.ref}} {{> a}}');
    const one = shelfOf({ a: 'one' });
    const text = (ref: string, shelf = one): string => toText(fill(template, { child: { ref } }, shelf));
    expect(text('K1')).toContain('K1 one');
    expect(text('K2')).toContain('K2 one');
    expect(text('K1', shelfOf({ a: 'two' }))).toContain('K1 two');
  });
});

describe('the dictionary', () => {
  it('names each field once, with words and a command', () => {
    expect(new Set(FIELDS.map(({ path }) => path)).size).toBe(FIELDS.length);
    for (const { path, about, supplied } of FIELDS) {
      expect([path, about.length > 2, supplied.length > 2]).toEqual([path, true, true]);
    }
    expect(FIELDS.find(({ path }) => path === 'attending')?.list).toBe(true);
    expect(FIELDS.find(({ path }) => path === 'child.isYoung')?.yesNo).toBe(true);
  });

  it('supplies each by a command that there is, with options that it has', () => {
    const flags = (options: readonly OptionSpec[] = []): string[] =>
      options.map(([flag]) => flag.split(' ')[0]!);
    const wrong = FIELDS.flatMap(({ path, supplied }) => {
      const [, ...typed] = supplied.startsWith('--') ? ['', supplied] : supplied.split(' ');
      const used = supplied.match(/--[\w-]+/g) ?? [];
      if (supplied.startsWith('--')) {
        return used.every((flag) => flags(GLOBAL_OPTIONS).includes(flag)) ? [] : [path];
      }
      const spec = SPECS.find(({ name }) => {
        const fixed = name.split(' ').filter((word) => !/^[<[]/.test(word));
        return fixed.every((word, at) => typed[at] === word);
      });
      return spec && used.every((flag) => flags(spec.options).includes(flag)) ? [] : [`${path}: ${supplied}`];
    });
    expect(wrong).toEqual([]);
  });

  it('takes for absent what has no words, and not nought', () => {
    for (const value of [undefined, null, '', '  ', [], false, Number.NaN])
      expect(isAbsent(value)).toBe(true);
    for (const value of [0, 'a', ['a'], true, {}]) expect(isAbsent(value)).toBe(false);
  });
});
