/** Those who are spoken of in a record without a link to it, by the words that stand for them, and what each is called. Data. */

/** Of a child. */
export const WITH_A_CHILD: Readonly<Record<string, string>> = {
  child: 'the child',
  iro: 'the IRO',
  'social-worker': 'the social worker',
};

/** Of an applicant to the review mechanism. */
export const WITH_AN_APPLICANT: Readonly<Record<string, string>> = {
  applicant: 'the applicant',
  'social-worker': 'the social worker',
};

/** Those who work with the unit: a letter that went to one of them is kept by the role. */
export const COLLEAGUES: readonly string[] = [
  'iro',
  'social-worker',
  'supervising-social-worker',
  'manager',
  'service-manager',
  'director',
  'chair',
  'business-support',
];
