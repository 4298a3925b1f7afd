/** What a document may say, or ask, of whoever reads it. */
import { type Entries, text, texts, yes } from './field-kinds';

const LINK = 'irotool child link REF "NAME"';
const LISTED = 'irotool review participants REF --add WHO';
const NOT_INVITED = 'irotool review not-invite REF WHO';

export const OF_THE_READER = {
  addressee: {
    name: text('the name of the reader', `${LINK} --role ROLE`),
    given: text('the given name of the reader', `${LINK} --role ROLE`),
    called: text('who the reader is to the child: mother, teacher', `${LINK} --relationship "…"`),
    role: text('the reader’s role', `${LINK} --role ROLE`),
    address: texts('the lines of the reader’s address', `${LINK} --address "…"`),
    isChild: yes('the reader is the child', 'irotool letter TEMPLATE REF --to child'),
    hasResponsibility: yes('has parental responsibility', `${LINK} --responsibility yes`),
    isInvited: yes('the reader is asked to come', LISTED),
    hasNoContact: yes('no contact is recorded between the reader and the child', `${LINK} --contact none`),
    isIro: yes('the reader is the reviewing officer', 'irotool letter TEMPLATE REF --to iro'),
    isOfFamily: yes(
      'the reader is of the child’s family, a carer who is a grandmother too',
      `${LINK} --relationship grandmother`,
    ),
    worksInHome: yes('the reader works where the child lives', `${LINK} --role residential-worker`),
    speaksForChild: yes(
      'the reader is an advocate, an independent visitor or a guardian',
      `${LINK} --role advocate`,
    ),
    isOffice: yes('the name is of an office and not of a person', 'irotool settings set mechanism.name "…"'),
    isForPart: yes('the reader is invited to part of the meeting only', `${NOT_INVITED} --part-of-meeting`),
    delegateOf: text('in whose place the reader comes', `${LISTED} --delegate "NAME"`),
  },
} as const satisfies Entries;
