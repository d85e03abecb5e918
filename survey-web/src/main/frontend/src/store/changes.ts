const CHANGED = 'suzhi.changed';
const announcer = new BroadcastChannel(CHANGED);

/** Tells every page of this device that interviews or contacts have changed. */
export function announce(): void {
  announcer.postMessage(null);
}

/** Calls back after every change, made here, in another tab or by the service worker. Returns the way to stop. */
export function onChanges(callback: () => void): () => void {
  const listener = new BroadcastChannel(CHANGED);
  listener.onmessage = callback;
  return () => listener.close();
}
