/** What a document says of the child. */
import { always, type Entries, text, yes } from './field-kinds';

const EDIT = 'irotool child edit REF';
const REMAND = 'irotool child remand REF --to youth-detention';

export const OF_THE_CHILD = {
  child: {
    ref: always('the child’s reference', 'irotool child add --ref REF'),
    name: text('given name and family name', `${EDIT} --name "…"`),
    called: text('what the child likes to be called', `${EDIT} --known-as "…"`),
    given: text('the given name', `${EDIT} --name "…"`),
    born: text('the date of birth', `${EDIT} --born "2/5/2015"`),
    age: text('the age on the meeting’s day', `${EDIT} --born "2/5/2015"`),
    needs: text('what the child needs to take part', `${EDIT} --needs "…"`),
    subject: always('he, she or they', `${EDIT} --pronouns "she/her"`),
    object: always('him, her or them', `${EDIT} --pronouns "she/her"`),
    possessive: always('his, her or their', `${EDIT} --pronouns "she/her"`),
    reflexive: always('himself, herself or themselves', `${EDIT} --pronouns "she/her"`),
    isUnder2: yes('the child is under 2, and hardly talks', `${EDIT} --born "2/5/2015"`),
    isUnder4: yes('the child is under 4', `${EDIT} --born "2/5/2015"`),
    isUnder5: yes('the child is under 5, and need not be at school', `${EDIT} --born "2/5/2015"`),
    isUnder8: yes('the child is under 8', `${EDIT} --born "2/5/2015"`),
    is8to12: yes('the child is 8 to 12', `${EDIT} --born "2/5/2015"`),
    isYoung: yes('the child is 13 or older', `${EDIT} --born "2/5/2015"`),
    isOver16: yes('the child is 16 or older', `${EDIT} --born "2/5/2015"`),
    isUnaccompanied: yes('an unaccompanied child, whose parents are not here', `${EDIT} --unaccompanied yes`),
    isDetained: yes('the child is in youth detention accommodation, if the reader may know it', REMAND),
    isLookedAfter: yes('the child is in care now', 'irotool new-review --ref REF'),
    plan: always('which plan the reviews look at: care plan, or detention placement plan', REMAND),
    carers: always('who looks after the child: carers, or staff', REMAND),
    signs: yes('the child signs, or hears little', `${EDIT} --needs "British Sign Language"`),
    placement: text(
      'where the child lives, where the reader may know it',
      'irotool child moved REF --to "…"',
    ),
  },
} as const satisfies Entries;
