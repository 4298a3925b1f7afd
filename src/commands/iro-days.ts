import type { Context } from '../context';

export async function days(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function leave(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
