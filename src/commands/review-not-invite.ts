import type { Context } from '../context';

export async function notInvite(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
