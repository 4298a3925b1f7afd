import type { Context } from '../context';

export async function show(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function named(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function told(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
