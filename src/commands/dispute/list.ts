/** `dispute list`: a child's disputes, or every open one. */
import { childNamed } from '../../cases/find';
import type { Context } from '../../context';
import { disputesOf } from '../../core/children/disputes';
import { upTo } from '../../core/engine/chronology';
import { readStory } from '../../core/engine/story';
import { disputesShown, type ListedDispute } from '../../screens/matters/disputes';
import { present } from '../../screens/show';
import { childrenWith } from '../../store/children-with';
import { factsOf } from '../../store/chronology';

/** Runs `dispute list [REF] [--all]`. */
export async function list(
  context: Context,
  [ref]: readonly [string | undefined],
  { all }: { readonly all?: true },
): Promise<undefined> {
  const unit = await context.open();
  const children = ref === undefined ? childrenWith(unit.db, ['dispute-opened']) : [childNamed(unit.db, ref)];
  const found = children.flatMap((child): ListedDispute[] => {
    const story = readStory(upTo(factsOf(unit.db, child.id), context.today), child.born);
    return disputesOf(story, unit.pack.stages ?? []).map((dispute) => ({ child, dispute }));
  });
  const wanted = found.filter(({ dispute }) => all || dispute.resolved === null);
  return present(
    context,
    disputesShown(wanted, { today: context.today, ref, all, hasMore: found.length > 0 }),
  );
}
