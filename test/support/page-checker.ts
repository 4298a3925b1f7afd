/** A checker of pages that we did not write. */
import { HtmlValidate } from 'html-validate';

/** With all that it recommends, but for one thing: a table that a phone shows as lines loses its roles if it does not say them. */
export const pageChecker = (): HtmlValidate =>
  new HtmlValidate({
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: { 'no-redundant-role': 'off' },
  });
