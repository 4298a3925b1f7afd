import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPartial, checkTemplate } from '../../src/documents/template/check';
import { readShelf } from '../../src/documents/template/shelf';
import { shelfOf, templateOf } from '../support/templates';

/** Every fault as `line:column message`. The body begins on line 9. */
function faults(
  body: string,
  front: Readonly<Record<string, string>> = {},
  partials: Readonly<Record<string, string>> = {},
): string[] {
  return checkTemplate(templateOf(body, front), shelfOf(partials)).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe('a template that is right', () => {
  it('has no faults', () => {
    const body = `{{! for the unit }}
Hello {{child.called}}, {{child.subject}} and {{lower addressee.called}}.
{{#if iro.telephone}}Ring {{iro.telephone}}.{{else if iro.email}}Write to {{iro.email}}.{{/if}}
{{#unless chair.name}}The IRO chairs.{{else}}{{chair.name}} chairs.{{/unless}}
{{#is satisfied "yes" "no"}}Satisfied: {{satisfied}}.{{else}}Not said.{{/is}}
{{#each attending}}
- {{called}}{{#if this.name}}, {{./name}}{{/if}}{{#unless @last}};{{/unless}} of {{child.called}} and {{../child.called}} and {{@root.child.called}}
{{/each}}
{{#each enclosures}}{{this}}{{/each}}
{{#if review.together}}{{list review.together}}{{/if}}

{{blank}}

{{blank 5}}
`;
    const needs = '[child.called, addressee.called]';
    expect(faults(body, { needs })).toEqual([]);
  });
});

describe('a field that is unknown', () => {
  it.each([
    [
      'printed',
      'Hello {{child.caled}}.\n',
      '9:9 there is no field "child.caled". Did you mean "child.called"?',
    ],
    [
      'in {{#if}}',
      'a\n\n{{#if review.vennue}}x{{/if}}',
      '11:7 there is no field "review.vennue". Did you mean "review.venue"?',
    ],
    [
      'in {{#unless}}',
      '{{#unless review.vennue}}x{{/unless}}',
      '9:11 there is no field "review.vennue". Did you mean "review.venue"?',
    ],
    [
      'in {{else if}}',
      '{{#if today}}{{else if toady}}{{/if}}',
      '9:24 there is no field "toady". Did you mean "today"?',
    ],
    [
      'in {{#each}}',
      '{{#each atending}}{{/each}}',
      '9:9 there is no field "atending". Did you mean "attending"?',
    ],
    [
      'in {{#is}}',
      '{{#is satisfeid "yes"}}x{{/is}}',
      '9:7 there is no field "satisfeid". Did you mean "satisfied"?',
    ],
    [
      'in {{list}}',
      '{{list review.togther}}',
      '9:8 there is no field "review.togther". Did you mean "review.together"?',
    ],
    [
      'in {{lower}}',
      '{{lower addressee.caled}}',
      '9:9 there is no field "addressee.caled". Did you mean "addressee.called"?',
    ],
    [
      'within {{#if}}',
      '{{#if today}}\n\n  {{toady}}{{/if}}',
      '11:5 there is no field "toady". Did you mean "today"?',
    ],
    [
      'in an {{else}}',
      '{{#if today}}a{{else}}{{toady}}{{/if}}',
      '9:25 there is no field "toady". Did you mean "today"?',
    ],
    [
      'a group of fields',
      '{{#if tracked}}x{{/if}}',
      '9:7 there is no field "tracked". Did you mean "tracked.ref"?',
    ],
    ['with nothing near', '{{zzzzzz}}', '9:3 there is no field "zzzzzz".'],
    ['of the prototype', '{{#if constructor}}x{{/if}}', '9:7 there is no field "constructor".'],
  ])('%s', (_, body, said) => {
    expect(faults(body)).toEqual([said]);
  });

  it('in what a list holds, with the nearest there', () => {
    expect(faults('{{#each attending}}\n- {{caled}}\n{{/each}}\n')).toEqual([
      '10:5 there is no field "caled". Did you mean "called"?',
    ]);
    expect(faults('{{#each attending}}{{this.nmae}}{{/each}}')).toEqual([
      '9:22 what attending holds has no "nmae". Did you mean "name"?',
    ]);
    expect(faults('{{#each attending}}{{this}}{{/each}}')).toEqual([
      '9:22 what attending holds has parts: called, yours, name',
    ]);
    expect(faults('{{#each enclosures}}{{called}}{{/each}}')).toHaveLength(1);
    // A part of a list stands only in its list.
    expect(faults('{{#each attending}}a{{/each}}{{called}}')[0]).toMatch(/^9:32 there is no field "called"/);
    expect(faults('{{this}}')).toEqual(['9:3 "this" stands only inside {{#each}}']);
    expect(faults('{{../today}}')).toEqual(['9:3 "../today": there is nothing above']);
    expect(faults('{{#each enclosures}}{{@index}}{{/each}}')).toEqual(['9:23 there is no "@index" here']);
    expect(faults('{{#each enclosures}}{{@last}}{{/each}}')).toEqual([
      '9:23 "@last" is only for {{#if}} and {{#unless}}',
    ]);
  });

  it('in the title, on its line', () => {
    expect(faults('x', { title: 'Review of {{child.caled}}' })).toEqual([
      '2:20 there is no field "child.caled". Did you mean "child.called"?',
    ]);
  });

  it('several at once, in the order of their lines', () => {
    expect(faults('{{b}} {{a}}\n{{c}}', { needs: '[d.e]' }).map((each) => each.split(' ')[0])).toEqual([
      ...['6:9', '9:3', '9:9', '10:3'],
    ]);
  });
});

describe('a field used as it is not', () => {
  it.each([
    [
      'a list printed',
      '{{enclosures}}',
      '9:3 enclosures is a list: write {{list enclosures}} or {{#each enclosures}}',
    ],
    [
      'yes or no printed',
      '{{#if child.isYoung}}{{child.isYoung}}{{/if}}',
      '9:24 child.isYoung is yes or no, and has no words: it is for {{#if}}',
    ],
    ['{{#each}} of a text', '{{#each today}}x{{/each}}', '9:1 today is no list'],
    ['{{list}} of a text', '{{list today}}', '9:8 today is no list'],
    ['a field as a block', '{{#today}}x{{/today}}', '9:1 write {{#if today}} or {{#each today}}'],
    [
      '{{#if}} of two',
      '{{#if today agreedBy}}x{{/if}}',
      '9:1 #if is given one field, such as {{#if review.together}}',
    ],
    ['{{list}} of nothing', '{{list}}', '9:1 list is given one field, such as {{list review.together}}'],
    [
      '{{#is}} without a word',
      '{{#is satisfied}}x{{/is}}',
      '9:1 write {{#is field "word"}}, with one word or more',
    ],
    ['a word for a field', '{{"today"}}', '9:1 a field or a word stands between braces'],
  ])('%s', (_, body, said) => {
    expect(faults(body)).toEqual([said]);
  });
});

describe('a helper or a partial', () => {
  it.each([
    ['an unknown helper', '{{lowr today}}', '9:1 there is no helper "lowr". Did you mean "lower"?'],
    ['an unknown block', '{{#iff today}}x{{/iff}}', '9:1 there is no helper "#iff". Did you mean "#if"?'],
    ['Handlebars’ own that letters have not', '{{#with child}}x{{/with}}', '9:1 there is no helper "#with".'],
    ['a block word without its sign', '{{if today}}', '9:1 write {{#if …}} … {{/if}}'],
    [
      'a helper in a helper',
      '{{lower (list enclosures)}}',
      '9:1 lower is given one field, such as {{lower review.together}}',
    ],
    ['something written with =', '{{today form="long"}}', '9:1 today takes nothing that is written with ='],
    [
      'a decorator',
      '{{* log}}',
      '9:1 templates have fields, {{#if}}, {{#each}} and the like, and nothing else',
    ],
    ['an unknown partial', 'a\n{{> rigths}}', '10:1 there is no partial "rigths". Did you mean "rights"?'],
    [
      'a partial with words',
      '{{> rights today}}',
      '9:1 {{> rights}} takes nothing: a partial reads the same fields',
    ],
  ])('%s', (_, body, said) => {
    expect(faults(body, {}, { rights: 'Your rights.' })).toEqual([said]);
  });

  it('a partial is checked with the template that calls it, and by itself', () => {
    const partials = {
      rights: 'You may\n{{#if complains}}complain{{/if}}.\n{{complaints}}',
      round: '{{> round}}',
    };
    expect(faults('\nx {{> rights}}', {}, partials)).toEqual([
      '10:3 in partials/rights.hbs, line 2: there is no field "complains". Did you mean "complaints"?',
      '10:3 in partials/rights.hbs, line 3: complaints may be missing: put {{#if complaints}} … {{/if}} around it, or add it to needs',
    ]);
    // What the one that calls it needs, or asks about, holds within.
    expect(faults('{{#if complaints}}{{> rights}}{{/if}}', {}, partials)).toHaveLength(1);
    expect(faults('{{> rights}}', { needs: '[complaints]' }, partials)).toHaveLength(1);
    expect(checkPartial('rights', shelfOf(partials))).toEqual([
      { line: 2, column: 7, message: 'there is no field "complains". Did you mean "complaints"?' },
    ]);
    expect(faults('{{> round}}', {}, partials)).toEqual([
      '9:1 in partials/round.hbs, line 1: the partial "round" calls itself',
    ]);
    expect(checkPartial('open', shelfOf({ open: 'a\n{{#if today}}' }))).toEqual([
      { line: 2, column: 1, message: '{{#if}} is not closed: {{/if}} is missing' },
    ]);
  });
});

describe('what may be missing', () => {
  it('is printed only under its own condition, or needed', () => {
    const said =
      '9:3 iro.email may be missing: put {{#if iro.email}} … {{/if}} around it, or add it to needs';
    expect(faults('{{iro.email}}')).toEqual([said]);
    expect(faults('{{iro.email}}', { needs: '[iro.email]' })).toEqual([]);
    expect(faults('{{#if iro.email}}{{iro.email}}{{/if}}')).toEqual([]);
    expect(faults('{{#is iro.email "a"}}{{iro.email}}{{/is}}')).toEqual([]);
    // Another field's condition says nothing of it, nor does the other branch of its own.
    expect(faults('{{#if iro.name}}{{iro.email}}{{/if}}')).toHaveLength(1);
    expect(faults('{{#if iro.email}}{{else}}{{iro.email}}{{/if}}')).toHaveLength(1);
    expect(faults('{{#unless iro.email}}{{iro.email}}{{/unless}}')).toHaveLength(1);
    expect(faults('{{list review.together}}')).toHaveLength(1);
  });

  it('of what a list holds, the parts that are not always there', () => {
    expect(faults('{{#each decisions}}{{text}} {{owner}}{{/each}}')).toEqual([
      '9:31 decisions[].owner may be missing: put {{#if owner}} … {{/if}} around it',
    ]);
    expect(faults('{{#each decisions}}{{#if owner}}{{owner}}{{/if}}{{/each}}')).toEqual([]);
  });

  it('is not what every letter needs', () => {
    expect(faults('{{unit.name}} {{signatory.name}}', { kind: 'notice' })).toEqual([]);
    expect(faults('{{unit.name}}', { kind: 'record' })).toHaveLength(1);
  });
});

describe('needs', () => {
  it('that are no fields, or that nothing uses', () => {
    expect(faults('x', { needs: '[child.name, chld.name, attending.name]' })).toEqual([
      '6:9 needs: nothing uses child.name',
      '6:21 needs: there is no field "chld.name". Did you mean "child.name"?',
      expect.stringMatching(/^6:32 needs: there is no field "attending\.name"\./),
    ]);
  });

  it('are not said to be unused where the body cannot be read to its end', () => {
    expect(faults('{{#if advocacy}}x', { needs: '[child.name]' })).toEqual([
      expect.stringContaining('is not closed'),
    ]);
  });

  it('that the title, a condition, a partial or the letter itself uses', () => {
    const needs = '[child.name, advocacy, complaints, unit.name, addressee.name]';
    expect(
      faults(
        '{{#if advocacy}}x{{/if}}{{> rights}}',
        { needs, kind: 'invitation', title: 'Of {{child.name}}' },
        { rights: '{{complaints}}' },
      ),
    ).toEqual([]);
  });
});

describe('blanks', () => {
  it('stand in forms and records only', () => {
    expect(faults('{{blank}}', { kind: 'record' })).toEqual([]);
    expect(faults('a {{blank 2}}', { kind: 'notice' })).toEqual([
      '9:3 {{blank}} is only for forms and records: nothing in a letter is left to fill in',
    ]);
    expect(faults('{{> form}}', { kind: 'after' }, { form: '{{blank}}' })).toEqual([
      '9:1 in partials/form.hbs, line 1: {{blank}} is only for forms and records: nothing in a letter is left to fill in',
    ]);
  });

  it.each([['{{blank 0}}'], ['{{blank 41}}'], ['{{blank 1.5}}'], ['{{blank today}}'], ['{{blank 1 2}}']])(
    'have a number of lines: not %s',
    (body) => {
      expect(faults(body)).toEqual(['9:1 {{blank}} is given a number of lines from 1 to 40, or nothing']);
    },
  );
});

describe('what Handlebars cannot read', () => {
  it.each([
    [
      'a block that is not closed',
      'a\n{{#if today}}\n\n{{#each decisions}}b{{/each}}\n',
      '10:1 {{#if}} is not closed: {{/if}} is missing',
    ],
    ['a block closed by another', '\n {{#if today}}a{{/each}}', '10:5 {{#if}} is closed by {{/each}}'],
    ['an end without a beginning', 'a\nb {{/if}}', '10:3 Handlebars cannot read what stands here'],
    ['braces that do not close', 'a\n\nHello {{child.called', '11:7 Handlebars cannot read what stands here'],
  ])('%s', (_, body, said) => {
    expect(faults(body)).toEqual([said]);
  });

  it('in the title too', () => {
    expect(faults('x', { title: 'a {{#if today}}' })).toEqual([
      '2:10 {{#if}} is not closed: {{/if}} is missing',
    ]);
  });
});

describe('Markdown that is not in the subset', () => {
  it.each([
    ['# Heading', '9:1 the heading of the first level is the title: begin with ##'],
    ['#### Heading', '9:1 headings are of the second and third level: ## and ###'],
    ['```', '9:1 there are no blocks of code in letters'],
    ['> said', '9:1 there are no quotations with > in letters'],
    ['a ![b](c)', '9:3 there are no pictures in letters'],
    ['a <b>c</b>', '9:3 there is no HTML in letters: write it in Markdown'],
  ])('%s', (body, said) => {
    expect(faults(body)[0]).toBe(said);
  });
});

describe('every template that is shipped', () => {
  const shelf = readShelf(fileURLToPath(new URL('../../templates', import.meta.url)), null);

  it('is there to be checked', () => {
    expect(shelf.templates.size).toBeGreaterThan(40);
    expect(shelf.partials.size).toBeGreaterThan(10);
  });

  it('has no faults, nor has a partial', () => {
    const said = [
      ...[...shelf.templates.values()].flatMap((template) =>
        checkTemplate(template, shelf).map(({ line, message }) => `${template.name}:${line}: ${message}`),
      ),
      ...[...shelf.partials.keys()].flatMap((name) =>
        checkPartial(name, shelf).map(({ line, message }) => `partials/${name}:${line}: ${message}`),
      ),
    ];
    expect(said).toEqual([]);
  });

  it('calls the plan, and those who look after the child, by what they are to that child', () => {
    // A conference, the way to adoption and a law are of no child who is detained.
    const ofOthers = /^(?:conference|adoption|irm|secure|dispute)-|Care Planning|pathway plan, up to date|☐/;
    const said = [...shelf.templates.values()].flatMap(({ name, body }) =>
      body
        .split('\n')
        .filter((line) => !ofOthers.test(name) && !ofOthers.test(line))
        .filter((line) => /\b(?:the|your|present) care plan\b|parents and (?:the )?carers\b/.test(line))
        .map((line) => `${name}: ${line}`),
    );
    expect(said).toEqual([]);
  });

  it('calls every partial there is', () => {
    const texts = [...shelf.templates.values(), ...[...shelf.partials.values()].map((text) => ({ text }))];
    const uncalled = [...shelf.partials.keys()].filter(
      (name) => !texts.some(({ text }) => text.includes(`{{> ${name}}}`)),
    );
    expect(uncalled).toEqual([]);
  });
});

describe('what a template encloses', () => {
  it('is said in words, or is the leaflets of the settings', () => {
    const letter = { kind: 'notice', needs: '[]' };
    expect(faults('Hi.', { ...letter, encloses: '[The record of the review, leaflets]' })).toEqual([]);
    expect(faults('Hi.', { ...letter, encloses: '[leaflet]' })).toEqual([
      expect.stringMatching(/^\d:1 encloses: "leaflet" is neither .* Did you mean "leaflets"\?$/),
    ]);
    expect(faults('Hi.', { kind: 'form', encloses: '[leaflets]' })).toEqual([
      expect.stringContaining('encloses: a form is no letter'),
    ]);
  });
});

describe('the English of a template', () => {
  it.each([
    ['Please  come.', '10:6 two spaces one after the other'],
    ['Please come to to the review.', null],
    ['You may may come.', '10:5 a word twice'],
    ['Bring a apple.', '10:7 "a" before a vowel: it is "an"'],
    ['The carers is asked.', '10:5 several that "is", "was" or "has"'],
    ['You have two day.', '10:10 a number and its noun do not agree'],
    ['Please come to {{unit.name}}.', '10:13 within a sentence the unit is {{unit.the}}'],
    ['Please come..', '10:12 two signs one after the other'],
    ['{{dispute.how}}', '10:1 it stands alone as a sentence: {{sentence dispute.how}}'],
    ['Please come', '10:12 a paragraph ends without a full stop'],
  ])('is read for what a machine can tell: %s', (line, said) => {
    const found = faults(`\n${line}\n`, { kind: 'notice' });
    if (said === null) expect(found).toEqual([]);
    else expect(found).toContain(said);
  });

  it.each(['Bring the the papers.', 'Bring papers and and notes.'])('says once what is wrong: %s', (line) => {
    expect(faults(`\n${line}\n`, { kind: 'notice' })).toEqual([expect.stringMatching(/ a word twice$/)]);
  });

  it('takes the spaces of a table and of a list for what sets them out', () => {
    const table = '| Who     | By when |\n| ------- | ------- |\n| Sam Roe | May     |';
    expect(faults(`\n${table}\n\n-   One\n-   Two\n\n1.  Three\n`, { kind: 'notice' })).toEqual([]);
  });

  it('is not read if it is in another language', () => {
    const welsh = { ...templateOf('\nDewch dewch.\n', { kind: 'notice' }), language: 'cy' as const };
    expect(checkTemplate(welsh, shelfOf({}))).toEqual([]);
  });
});
