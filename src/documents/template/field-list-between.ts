/** The fields of what is told between two meetings, and of the papers for the meeting itself. */
import { always, list, text, texts, yes } from './field-kinds';

const LISTED = 'irotool review participants REF --add WHO';
const PREPARED = 'irotool review prepare REF';
const TRACK = 'irotool recommendation track REF';
const EARLY = 'irotool review call-early REF --asked-by WHO --reason CODE';

export const BETWEEN_MEETINGS = {
  enclosed: {
    title: text('the title of what an e-mail brings', 'irotool letter NAME REF --format eml'),
    isForm: yes('it is a form to be filled in', 'irotool letter NAME REF --format eml'),
  },
  seats: list('everyone who is asked to come, for a paper of the meeting', LISTED, {
    called: always('who this is to the child', LISTED),
    isChild: yes('it is the child', LISTED),
    openly: always('the same, as everyone at the meeting may read it', LISTED),
    name: text('their name, for the IRO and the social worker', LISTED),
    needs: text('what they need, for the IRO and the social worker', `${LISTED} --needs "…"`),
  }),
  wishes: {
    isAny: yes('something is recorded of it', `${PREPARED} --child-consulted today --issues "…"`),
    about: text('what the child wants to talk about', `${PREPARED} --child-consulted today --issues "…"`),
    who: text('who the child wants there', `${PREPARED} --wants "…"`),
    notWho: text('whom the child does not want there', `${PREPARED} --not-wants "…"`),
    place: text('where the child wants to meet', `${PREPARED} --place "…"`),
    day: text('on what day', `${PREPARED} --day "…"`),
    isOutsideSchool: yes('not in school hours', `${PREPARED} --hours outside-school`),
    isToChair: yes('the child is to chair, or part of it', `${PREPARED} --will-chair`),
    concerns: texts('worries of the child that were not taken up yet', `${PREPARED} --concern "…"`),
  },
  early: {
    isYours: yes('the reader asked for the earlier review', EARLY),
    askedOn: text('the day on which it was asked for', EARLY),
    decidedOn: text('the day on which the IRO decided', `${EARLY} --decision granted`),
    isGranted: yes('it is to be held earlier', `${EARLY} --decision granted`),
    isRefused: yes('it is not', `${EARLY} --decision refused --why "…"`),
    by: text('the day by which it is to be held', `${EARLY} --decision granted --by "30/4"`),
    byIsPast: yes('that day has passed', `${EARLY} --decision granted --by "30/4"`),
    why: text('the reason, in words for the reader', `${EARLY} --decision refused --tell "…"`),
  },
  iroBefore: {
    name: text('the reviewing officer before', 'irotool iro change REF "NAME" --reason "…"'),
    until: text('the day on which the new one came', 'irotool iro change REF "NAME" --reason "…" --on DATE'),
  },
  tracked: {
    ref: text('the reference of what is tracked', `${TRACK} WHICH`),
    text: text('what is to be done', `${TRACK} --about "…"`),
    owner: text('who is to do it', 'irotool recommendation add REF --owner "NAME"'),
    by: text('the date agreed', `${TRACK} WHICH --by "30/6"`),
    isPassed: yes('the date agreed has passed', `${TRACK} WHICH --by "30/6"`),
    isNear: yes('it is at most two weeks away', `${TRACK} WHICH --by "1/6"`),
    late: text('by how much: 3 working days', `${TRACK} WHICH --by "30/6"`),
  },
  midway: {
    by: text('the day of the check midway', 'irotool review midway REF --plan "1/7"'),
    madeOn: text('the day it was made', 'irotool review midway REF --findings "…"'),
    findings: text('what it found', 'irotool review midway REF --findings "…"'),
  },
} as const;
