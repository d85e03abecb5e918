/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst, StaleWhileRevalidate } from 'workbox-strategies';
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
// The map and slices of the Chinese font come when first needed. The names of assets carry a hash and never go stale.
registerRoute(({ url }) => url.pathname.startsWith('/app/assets/'), new CacheFirst({ cacheName: 'suzhi-assets' }));
registerRoute(({ url }) => url.pathname.startsWith('/fonts/'), new StaleWhileRevalidate({ cacheName: 'suzhi-fonts' }));

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
