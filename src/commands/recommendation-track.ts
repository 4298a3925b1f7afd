import type { Context } from '../context';

export async function track(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function check(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function escalate(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function resolve(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
