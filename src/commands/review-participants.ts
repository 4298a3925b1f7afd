import type { Context } from '../context';

export async function participants(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
