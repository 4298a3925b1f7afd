/**
 * `doctor --mend`: what older irotools left, put right in one transaction, after a copy of the file as it
 * was. Of a name that two people have it asks who is meant; if nobody can be asked, that stays as it is.
 */
import type { Context, Unit } from '../../context';
import { refOfAction } from '../../core/checks/merging';
import { childById } from '../../store/children';
import { copyBeside } from '../../store/file/backup';
import { mendMerges, mergeTrouble } from '../../store/mending/merges';
import { type ChoicesOf, mendNames, namesAsWords, type UnclearName } from '../../store/mending/names';
import { mendTags, spoiltByMerges } from '../../store/mending/tags';
import { asWords } from '../../store/sqlite';
import { askChoice, canAsk } from '../../ui/prompts';
import { count } from '../../ui/words';
import { spoiltWords } from '../../unit-check/records';

/** Mends what can be mended, and says what it did. */
export async function mend(context: Context): Promise<void> {
  const unit = await context.open();
  const { db, engine } = unit;
  const trouble = mergeTrouble(db);
  const isMerges = [trouble.circles, trouble.strays, trouble.people].some(({ length }) => length > 0);
  const choices = await asked(context, unit, namesAsWords(db).unclear);
  const { length: texts } = namesAsWords(db, choices).texts;
  const spoilt = spoiltByMerges(db, refOfAction(engine.rules));
  if (!isMerges && spoilt.length === 0 && texts === 0) {
    context.say('There is nothing that could be mended.');
    return;
  }
  const copy = asWords(context.file, () => copyBeside(db, 'before-mend', context.io.now()));
  unit.save(() => {
    if (isMerges) mendMerges(db, engine, context.today);
    mendTags(db, engine, spoilt);
    mendNames(db, engine, choices);
  });
  // What stood in the log stays there until the log is brought in.
  db.pragma('wal_checkpoint(TRUNCATE)');
  if (isMerges)
    context.say('What was merged wrongly is mended as far as it can be. What it was before: irotool audit');
  if (spoilt.length > 0) context.say(`Entered again as it should be: ${spoilt.map(spoiltWords).join('; ')}.`);
  if (texts > 0) {
    context.say(`The names in ${count(texts, 'text')} are kept as references now; on screen they are names.`);
  }
  context.say(`A copy of the file as it was: ${copy}`);
  if (texts > 0) context.say('It and older backups hold the names as words: keep them as safe.');
}

/** Whom each name of two people means, as far as somebody can be asked. */
async function asked(context: Context, { db }: Unit, unclear: readonly UnclearName[]): Promise<ChoicesOf> {
  const choices = new Map<number, Map<string, string | null>>();
  if (!canAsk(context)) return choices;
  for (const { childId, event, key, words, tags } of unclear) {
    const ofChild = choices.get(childId) ?? new Map<string, string | null>();
    choices.set(childId, ofChild);
    if (ofChild.has(key)) continue;
    const { ref } = childById(db, childId)!;
    const who = await askChoice<string | null>(context, `${ref}, event ${event}: who is “${words}”?`, [
      ...tags.map((tag) => ({ name: tag, value: tag })),
      { name: 'someone else (it stays as it was typed)', value: null },
    ]);
    ofChild.set(key, who);
  }
  return choices;
}
