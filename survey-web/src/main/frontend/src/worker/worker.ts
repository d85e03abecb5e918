/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { SEND_TAG } from '../store/background';
import { endPauses, nextDue, sendWaiting } from '../store/queue';

/** The pages' files with their revisions, put here by the build (build/serviceWorker.ts). */
declare const PRECACHE: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

interface SyncEvent extends ExtendableEvent {
  readonly tag: string;
}

self.addEventListener('install', () => void self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

precacheAndRoute(PRECACHE);
registerRoute(new NavigationRoute(createHandlerBoundToURL('/app/index.html'), { allowlist: [/^\/collect$/] }));
// Slices of the Chinese font and the map come when first needed; their names carry a hash, so they never go stale.
registerRoute(({ url }) => url.pathname.startsWith('/app/assets/'), new CacheFirst({ cacheName: 'suzhi-assets' }));

// The browser wakes the worker when a network returns, also when no page is open.
self.addEventListener('sync', (event) => {
  const sync = event as SyncEvent;
  if (sync.tag === SEND_TAG) sync.waitUntil(sendAll());
});

async function sendAll(): Promise<void> {
  await endPauses();
  const outcome = await sendWaiting();
  if (outcome?.kind !== 'loginNeeded' && (await nextDue()) !== null) throw new Error('interviews are still waiting');
}
