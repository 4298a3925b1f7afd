import type { Context } from '../context';

export async function moved(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function status(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
