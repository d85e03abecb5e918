import { onMounted, onUnmounted, ref, shallowRef } from 'vue';
import { allInterviews, forget, onInterviewsChanged, type Interview } from './interviews';
import { endPauses, expired, nextDue, sendWaiting } from './queue';

/** What stands between this device and the server, as far as known. */
export type Connection = 'good' | 'unreachable' | 'loginNeeded';

export const connection = ref<Connection>(navigator.onLine ? 'good' : 'unreachable');

let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends waiting interviews in the background for as long as the page lives: now, when due, and when a network returns. */
export function keepSending(): void {
  addEventListener('online', () => void sendAtOnce());
  addEventListener('offline', () => (connection.value = 'unreachable'));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void pass());
  onInterviewsChanged(() => void schedule());
  void pass();
}

/** Sends everything that waits, without regard to pauses. */
export async function sendAtOnce(): Promise<void> {
  await endPauses();
  await pass();
}

async function pass(): Promise<void> {
  const outcome = await sendWaiting();
  if (outcome !== null) {
    connection.value =
      outcome.kind === 'loginNeeded' || outcome.kind === 'unreachable' ? outcome.kind : 'good';
  }
  await schedule();
}

async function schedule(): Promise<void> {
  clearTimeout(timer);
  const due = await nextDue();
  if (due === null || connection.value === 'loginNeeded') return;
  timer = setTimeout(() => void pass(), Math.max(due - Date.now(), 1_000));
}

/** The interviews on this device, kept up to date while the component lives. */
export function useInterviews() {
  const interviews = shallowRef<readonly Interview[]>([]);
  const load = async () => {
    interviews.value = await allInterviews();
    for (const { id } of expired(interviews.value, Date.now())) await forget(id);
  };
  let stop = () => {};
  onMounted(() => {
    stop = onInterviewsChanged(() => void load());
    void load();
  });
  onUnmounted(() => stop());
  return interviews;
}
