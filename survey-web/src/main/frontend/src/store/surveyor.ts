import { fetchSurveyor, type Fetched, type Surveyor } from '../server';
import { keepKnown, known } from './known';

const KEY = 'surveyor';

/** Asks the server who is logged in. Interviews of others on this device are not shown and not sent meanwhile. */
export async function askSurveyor(): Promise<Fetched<Surveyor>> {
  const told = await keepKnown(KEY, await fetchSurveyor());
  return told.kind === 'fetched' ? { kind: 'fetched', value: told.value.value } : told;
}

/** Who logged in last on this device. */
export async function lastSurveyor(): Promise<Surveyor | undefined> {
  return (await known<Surveyor>(KEY))?.value;
}
