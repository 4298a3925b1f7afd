import type { Context } from '../context';

export async function list(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function show(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function copy(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function check(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
