/** Roles in people's words: what is typed is taken for the role, and the role is what is kept. */
import { describe, expect, it } from 'vitest';
import { rolesCalled } from '../../src/cases/people/role-words';
import { ROLES } from '../../src/cases/people/roles';
import { unit } from '../support/harness';
import { aChildInCare, flat } from '../support/said';

describe('a word for a role', () => {
  it.each([
    ['foster carer', 'carer', undefined],
    ['Foster-Carer', 'carer', undefined],
    ['mum', 'parent', 'mother'],
    ['Dad', 'parent', 'father'],
    ['birth mother', 'parent', 'birth mother'],
    ['head teacher', 'teacher', 'head teacher'],
    ['Headteacher', 'teacher', 'head teacher'],
    ['gran', 'relative', 'grandmother'],
    ['GP', 'health', 'GP'],
    ['doctor', 'health', 'GP'],
    ['social worker', 'social-worker', undefined],
    ['IRO', 'iro', undefined],
    ['Independent Reviewing Officer', 'iro', undefined],
    ['children’s guardian', 'guardian', undefined],
    ["children's guardian", 'guardian', undefined],
    ['Team Manager', 'manager', undefined],
    ['légal adviser', 'legal-adviser', undefined],
  ])('“%s” is %s', (typed, role, relationship) => {
    expect(rolesCalled(typed)).toEqual([{ role, relationship }]);
  });

  it('is every role’s own name, with or without its hyphens', () => {
    for (const role of ROLES) {
      expect(rolesCalled(role)).toEqual([{ role, relationship: undefined }]);
      expect(rolesCalled(role.replaceAll('-', ' ').toUpperCase())).toEqual(rolesCalled(role));
    }
  });
});

describe('--role', () => {
  it('keeps the role, and what the word says more of someone', async () => {
    const { run } = await aChildInCare({ rest: '--iro "A Khan" --social-worker "S Worker"' });
    for (const [name, role] of [
      ['Jane Roe', 'mum'],
      ['C Foster', 'foster carer'],
      ['H Head', 'head teacher'],
    ]) {
      const { code, err } = await run(['child', 'link', 'K1', name!, '--role', role!]);
      expect([code, err]).toEqual([0, err]);
    }
    const { people } = JSON.parse((await run('child people K1 --json')).out) as {
      people: { name: string; role: string; relationship: string | null }[];
    };
    expect(people.map(({ role, relationship }) => [role, relationship])).toEqual([
      ['parent', 'mother'],
      ['carer', null],
      ['teacher', 'head teacher'],
    ]);
    const listed = await run(['review', 'participants', 'K1', '--add', 'Mum,foster carer']);
    expect([listed.code, listed.err]).toEqual([0, listed.err]);
    expect(listed.out).toContain('mother: invited');
    expect(listed.out).toContain('carer: invited');
  });

  it('that may be two roles is refused with both', async () => {
    const { run } = await aChildInCare({ rest: '--iro "A Khan" --social-worker "S Worker"' });
    const { code, err } = await run('child link K1 "L Law" --role solicitor');
    expect([code, flat(err).trim()]).toEqual([
      2,
      '"solicitor" may be a legal adviser or council lawyer. Type which: --role legal-adviser or --role council-lawyer',
    ]);
  });

  it('of a colleague takes words too, and a list is asked for by them', async () => {
    const { run } = await unit();
    expect((await run('person add --name "A Khan" --role "Independent Reviewing Officer"')).code).toBe(0);
    expect((await run('person add --name "M Able" --role "team manager"')).code).toBe(0);
    expect((await run('person list --role IRO')).out).toContain('A Khan');
    expect((await run('person list --role IRO')).out).not.toContain('M Able');
    expect((await run('person add --name "N One" --role wizard')).err).toContain(
      'There is no role "wizard".',
    );
  });

  it('of who owes something is taken by due --who', async () => {
    const { run } = await aChildInCare({ rest: '--iro "A Khan" --social-worker "S Worker"' });
    const of = async (who: string) => (await run(['due', '--month', '--who', who])).out;
    expect(await of('Social worker')).toBe(await of('social-worker'));
    expect(await of('IRO')).toBe(await of('iro'));
    expect((await run('due --who wizard')).err).toContain('--who is one of');
  });
});
