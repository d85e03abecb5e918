import type { RootNode } from '@getodk/web-forms';
import { onBeforeUnmount, watch, type Ref } from 'vue';
import { answersOf } from './questions';
import { snapshotOf, type Snapshot } from './snapshot';

const SAVE_AFTER_MS = 300;

/**
 * Saves the answers a moment after a change (also while typing goes on), and at once when the page goes out of sight (the phone may end it then)
 * or is left. `cancel` drops a save that a submission makes needless.
 */
export function useAutosave(root: Readonly<Ref<RootNode | null>>, save: (snapshot: Snapshot) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    () => root.value && answersOf(root.value),
    (_, before) => {
      if (before !== null) timer ??= setTimeout(() => void saveNow(), SAVE_AFTER_MS);
    },
  );
  document.addEventListener('visibilitychange', saveIfDue);
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', saveIfDue);
    saveIfDue();
  });

  function cancel(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  function saveIfDue(): void {
    if (timer !== undefined) void saveNow();
  }

  async function saveNow(): Promise<void> {
    cancel();
    if (root.value) await save(await snapshotOf(root.value));
  }

  return { cancel };
}
