import { fetchForm, fetchWaves, type Fetched, type Wave } from '../server';
import { database } from './database';

/** The waves, and since when they are known when they come from this device and not from the server. */
export interface KnownWaves {
  readonly waves: readonly Wave[];
  readonly fetchedAt: number;
}

/** Asks the server for the waves and keeps them, with the forms of the open ones, for work without a network. */
export async function refreshWaves(): Promise<Fetched<KnownWaves>> {
  const fetched = await fetchWaves();
  if (fetched.kind !== 'fetched') return fetched;
  const known = { waves: fetched.value, fetchedAt: Date.now() };
  await (await database()).put('wave', known, 'waves');
  await Promise.all(fetched.value.filter((wave) => wave.open).map(formOf));
  return { kind: 'fetched', value: known };
}

export async function knownWaves(): Promise<KnownWaves | undefined> {
  return (await database()).get('wave', 'waves');
}

/** The XForm of a wave: a published version never changes, so the kept copy is good for ever. */
export async function formOf(wave: Wave): Promise<Fetched<string>> {
  const key = `${wave.formId}@${wave.version}`;
  const db = await database();
  const kept = await db.get('form', key);
  if (kept !== undefined) return { kind: 'fetched', value: kept };
  const fetched = await fetchForm(wave.formUrl);
  if (fetched.kind === 'fetched') await db.put('form', fetched.value, key);
  return fetched;
}
