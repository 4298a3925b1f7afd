import type { Context } from '../context';

export async function allocate(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function change(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
