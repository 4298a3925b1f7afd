import type { Context } from '../context';

export async function pack(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
