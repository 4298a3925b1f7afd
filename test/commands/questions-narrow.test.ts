/** Questions on a narrow terminal, in a real one: what is asked, chosen and refused is broken at spaces alone. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folder, unit } from '../support/harness';
import { closeTerminals, Terminal, why } from '../support/terminal';

const DECISION = 'A decision (what | who | by when; Enter: no more; e: editor)';
const DECIDED = 'A tutor for mathematics and English is found before the summer term begins, twice a week';
const BEGUN = /You\s+had\s+begun\s+this\s+today\s+at\s+\S+\s+go\s+on\s+with\s+those\s+answers\?\s+\(Y\/n\)/;

describe.skipIf(why !== '')('on a narrow terminal', { timeout: 60_000 }, () => {
  afterAll(closeTerminals);

  it.each([50, 60, 72])(
    'of %i columns no question, choice, answer or refusal breaks a word',
    async (columns) => {
      const { db, run } = await unit('york');
      const came =
        'new-review --ref K12 --name "Jo Roe" --born 2012-05-02 --looked-after 2026-03-02 --iro "A Khan" --meeting "2026-03-13 10:00"';
      expect((await run(`${came} --today 2026-03-02 --yes`)).code).toBe(0);
      const terminal = new Terminal(db, columns);
      const editor = join(folder(), 'editor');
      writeFileSync(editor, `#!/bin/sh\necho '${DECIDED}' > "$1"\n`);
      chmodSync(editor, 0o755);
      terminal.type(`export EDITOR=${editor} VISUAL=${editor}`);
      terminal.press('Enter');
      const hold = 'review hold K12 --time 10am --venue School --seen-alone no --today 2026-03-16';
      terminal.run(hold);
      await terminal.sees('? Held on (Friday 13 March 2026)');
      terminal.type('31/2');
      terminal.press('Enter');
      await terminal.sees(
        '> "31/2" is not a date. Dates are typed 2026-03-16, 16/3/2026, 16/3, a weekday, today or yesterday.',
      );
      terminal.press('Enter');
      await terminal.sees('? How did the child take part?');
      terminal.press('Down', 'Down');
      await terminal.sees('❯ PN2  Attended; an advocate or the IRO spoke for the child');
      terminal.press('Enter');
      await terminal.sees(
        '✔ How did the child take part? PN2  Attended; an advocate or the IRO spoke for the child',
      );
      await terminal.sees('? Who chaired');
      terminal.press('Enter');
      await terminal.sees('? Who came?');
      terminal.press('Space', 'Enter');
      await terminal.sees('What did it consider?');
      terminal.press('Down', 'Down', 'Down', 'Enter');
      for (const question of ['What do the parents say?', 'Differences of opinion', 'Whose views']) {
        await terminal.sees(`? ${question}`);
        terminal.press('Enter');
      }
      await terminal.sees(`? ${DECISION}`);
      terminal.press('Enter');
      await terminal.sees(`✔ ${DECISION}`);
      terminal.press('C-c');
      await terminal.sees('exit 130');
      terminal.run(hold);
      await terminal.sees(BEGUN);
    },
  );
});
