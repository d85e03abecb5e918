import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Wave } from '../server';
import type { Interview } from './interviews';

interface Schema extends DBSchema {
  /** The list of waves as the server last gave it, under the one key `waves`. */
  wave: { key: 'waves'; value: { readonly waves: readonly Wave[]; readonly fetchedAt: number } };
  /** Published XForms, immutable, by `formId@version`. */
  form: { key: string; value: string };
  /** Interviews on this device, by instanceID. */
  interview: { key: string; value: Interview };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The one database of this device; shared by the page, other tabs and the service worker. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('suzhi', 1, {
    upgrade(db) {
      db.createObjectStore('wave');
      db.createObjectStore('form');
      db.createObjectStore('interview', { keyPath: 'id' });
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}
