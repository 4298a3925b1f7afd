import type { Context } from '../context';

export async function callEarly(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function beforeChange(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}

export async function noMeeting(_context: Context): Promise<undefined> {
  throw new Error('not built yet');
}
