/** The name under which the browser is asked to wake the service worker when a network returns. */
export const SEND_TAG = 'suzhi.send';

interface SyncRegistration extends ServiceWorkerRegistration {
  readonly sync?: { register(tag: string): Promise<void> };
}

/** Installs the service worker, so that the pages open without a network, and asks to keep what is stored here. */
export async function installWorker(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  void navigator.storage?.persist();
  await navigator.serviceWorker.register('/app/sw.js', { scope: '/collect' });
}

/** Asks for a wake-up when a network returns; browsers without it send when the page is next open. */
export async function askForWakeUp(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registration = (await navigator.serviceWorker.getRegistration('/collect')) as SyncRegistration | undefined;
  await registration?.sync?.register(SEND_TAG).catch(() => undefined);
}
