import type { Fetched } from '../server';
import { database } from './database';

/** What the server told, and when: shown without a network as of that time. */
export interface Known<T> {
  readonly value: T;
  readonly fetchedAt: number;
}

export async function known<T>(key: string): Promise<Known<T> | undefined> {
  return (await (await database()).get('known', key)) as Known<T> | undefined;
}

/** Keeps what was fetched under the key; trouble leaves what was known before. */
export async function keepKnown<T>(key: string, fetched: Fetched<T>): Promise<Fetched<Known<T>>> {
  if (fetched.kind !== 'fetched') return fetched;
  const value = { value: fetched.value, fetchedAt: Date.now() };
  await (await database()).put('known', value, key);
  return { kind: 'fetched', value };
}
