import { fetchFile, fetchForm, fetchMediaNames, fetchWaves, type Fetched, type FormSource, type Wave } from '../server';
import { database } from './database';
import { keepKnown, known, type Known } from './known';

const KEY = 'waves';

/** Asks the server for the waves and keeps them, with the forms of the open ones, for work without a network. */
export async function refreshWaves(): Promise<Fetched<Known<readonly Wave[]>>> {
  const fetched = await keepKnown<readonly Wave[]>(KEY, await fetchWaves());
  if (fetched.kind === 'fetched') await Promise.all(fetched.value.value.filter((wave) => wave.open).map(formOf));
  return fetched;
}

export function knownWaves(): Promise<Known<readonly Wave[]> | undefined> {
  return known(KEY);
}

/** An XForm, fetched once with its files: a published version never changes, so the kept copy is good for ever. */
export async function formOf(source: FormSource): Promise<Fetched<string>> {
  const key = keyOf(source);
  const kept = await (await database()).get('form', key);
  if (kept !== undefined) return { kind: 'fetched', value: kept };
  const form = await fetchForm(source.formUrl);
  if (form.kind !== 'fetched') return form;
  const media = await fetchMedia(source);
  if (media.kind !== 'fetched') return media;
  const transaction = (await database()).transaction(['form', 'media'], 'readwrite');
  for (const [name, file] of media.value) void transaction.objectStore('media').put(file, `${key}/${name}`);
  void transaction.objectStore('form').put(form.value, key);
  await transaction.done;
  return form;
}

/** A file of a kept form. */
export async function mediaOf(source: FormSource, name: string): Promise<Blob | undefined> {
  return (await database()).get('media', `${keyOf(source)}/${name}`);
}

async function fetchMedia(source: FormSource): Promise<Fetched<[string, Blob][]>> {
  const names = await fetchMediaNames(source.formUrl);
  if (names.kind !== 'fetched') return names;
  const files: [string, Blob][] = [];
  for (const name of names.value) {
    const file = await fetchFile(source.formUrl, name);
    if (file.kind !== 'fetched') return file;
    files.push([name, file.value]);
  }
  return { kind: 'fetched', value: files };
}

function keyOf({ formId, version }: FormSource): string {
  return `${formId}@${version}`;
}
