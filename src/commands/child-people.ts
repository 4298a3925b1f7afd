import type { Context } from '../context';

export async function people(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function link(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function unlink(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
