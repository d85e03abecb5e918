import { onMounted, onUnmounted, ref, shallowRef, type ShallowRef } from 'vue';
import type { SendOutcome, Surveyor } from '../server';
import { onChanges } from './changes';
import { forgetExpired, nextDue, endPauses, sendWaiting } from './queue';
import { lastSurveyor } from './surveyor';

/** What stands between this device and the server, as far as known. */
export type Connection = 'good' | 'unreachable' | 'loginNeeded';

export const connection = ref<Connection>(navigator.onLine ? 'good' : 'unreachable');

/** Who logged in last on this device, as far as known. */
export const surveyor = shallowRef<Surveyor>();

let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits in the background for as long as the page lives: now, when due, and when a network returns. */
export function keepSending(): void {
  addEventListener('online', () => void sendAtOnce());
  addEventListener('offline', () => (connection.value = 'unreachable'));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void pass());
  onChanges(() => void schedule());
  void forgetExpired().then(pass);
}

/** Sends everything that waits, without regard to pauses. */
export async function sendAtOnce(): Promise<void> {
  await endPauses();
  await pass();
}

export function noteOutcome(outcome: SendOutcome): void {
  connection.value = outcome.kind === 'loginNeeded' || outcome.kind === 'unreachable' ? outcome.kind : 'good';
}

async function pass(): Promise<void> {
  const outcome = await sendWaiting();
  if (outcome !== null) noteOutcome(outcome);
  surveyor.value = await lastSurveyor();
  await schedule();
}

async function schedule(): Promise<void> {
  clearTimeout(timer);
  const due = await nextDue();
  if (due === null || connection.value === 'loginNeeded') return;
  timer = setTimeout(() => void pass(), Math.max(due - Date.now(), 1_000));
}

/** A list of what is on this device, kept up to date while the component lives. */
export function useStored<T>(read: () => Promise<readonly T[]>): Readonly<ShallowRef<readonly T[]>> {
  const list = shallowRef<readonly T[]>([]);
  const load = async () => void (list.value = await read());
  let stop = () => {};
  onMounted(() => {
    stop = onChanges(() => void load());
    void load();
  });
  onUnmounted(() => stop());
  return list;
}
