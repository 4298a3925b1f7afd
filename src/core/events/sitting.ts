/** What is said of any review that sat. */
import { colleague, people, someOf, text, texts, time, yes, yesOrNo } from './attribute';
import { MATTERS_CONSIDERED } from './codes';

export const SITTING = {
  time: time('at what time', { label: '' }),
  venue: text('where, or the link'),
  chair: colleague('who chairs'),
  attended: people('who came, by tag'),
  alsoSat: texts('the earlier days on which it sat'),
  childChaired: yes('the child chaired, or part of it'),
  agendaAgreed: yes('the agenda was agreed with the child'),
  supporterExplained: yes('it was explained to the child that someone may support them'),
  papersSummarised: yes('the papers were summarised for the child'),
  considered: someOf(MATTERS_CONSIDERED, 'which matters were considered'),
  notConsidered: text('what was not considered, and why'),
  parentsSay: text('what the parents say'),
  differences: text('on what views differed'),
  notFollowed: text('which decisions of the last review were not followed'),
  permanenceAgreed: yesOrNo('whether a plan for permanence was agreed'),
  satisfied: yesOrNo('whether the IRO is satisfied with the plan'),
  lateBecause: text('why it is after the due day'),
  agreedBy: text('who agreed to it', { isWho: true }),
};
