/** Which role somebody has, of those that they may have. */
import type { Context } from '../../context';
import { askChoice } from '../../ui/prompts';
import { roleWords } from '../../ui/words';

/** Asks for one of these roles. */
export const askRole = (context: Context, roles: readonly string[]): Promise<string> =>
  askChoice(
    context,
    'Role',
    roles.map((role) => ({ name: roleWords(role), value: role })),
  );
