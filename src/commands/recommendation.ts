import type { Context } from '../context';

export async function list(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function add(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function done(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function overtaken(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
