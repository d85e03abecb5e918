import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Contact } from './contacts';
import type { Interview } from './interviews';
import type { Known } from './known';

interface Schema extends DBSchema {
  /** What the server last told: lists and who is logged in. */
  known: { key: string; value: Known<unknown> };
  /** Published XForms, immutable, by `formId@version`. */
  form: { key: string; value: string };
  /** The files that a form shows or reads, by `formId@version/name`. */
  media: { key: string; value: Blob };
  /** Interviews on this device, by instanceID. */
  interview: { key: string; value: Interview };
  /** Contact attempts recorded on this device. */
  contact: { key: string; value: Contact };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** The one database of this device; shared by the page, other tabs and the service worker. */
export function database(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>('suzhi', 2, {
    upgrade(db) {
      for (const name of [...db.objectStoreNames]) if (name !== 'interview') db.deleteObjectStore(name);
      for (const name of ['known', 'form', 'media'] as const) db.createObjectStore(name);
      if (!db.objectStoreNames.contains('interview')) db.createObjectStore('interview', { keyPath: 'id' });
      db.createObjectStore('contact', { keyPath: 'id' });
    },
    blocking() {
      void opened?.then((db) => db.close());
      opened = undefined;
    },
    terminated() {
      opened = undefined;
    },
  });
  return opened;
}
