import { database } from './database';
import { announce } from './changes';
import type { Queued } from './queued';

/** A visit or call that was recorded on this device. */
export interface Contact extends Queued {
  readonly caseCode: string;
  /** ISO time. */
  readonly at: string;
  /** AAPOR code. */
  readonly outcome: string;
  readonly note: string;
}

export async function allContacts(): Promise<Contact[]> {
  const contacts = await (await database()).getAll('contact');
  return contacts.sort((a, b) => b.at.localeCompare(a.at));
}

export async function keepContact(contact: Contact): Promise<void> {
  const transaction = (await database()).transaction('contact', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(contact), transaction.done]);
  announce();
}

export async function forgetContact(id: string): Promise<void> {
  await (await database()).delete('contact', id);
  announce();
}
