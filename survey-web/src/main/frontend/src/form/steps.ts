import type { FormNode, RootNode } from '@getodk/web-forms';
import { computed, ref, watch, type Ref } from 'vue';
import { shownQuestions } from './questions';

/** One question at a time: which one is shown, and where the next and the previous are as relevance moves. */
export function useSteps(root: Readonly<Ref<RootNode | null>>) {
  const questions = computed(() => (root.value ? shownQuestions(root.value) : []));
  const chosen = ref<string>();
  const index = computed(() => questions.value.findIndex(({ nodeId }) => nodeId === chosen.value));
  const current = computed<FormNode | undefined>(() => questions.value[index.value]);
  const isLast = computed(() => index.value === questions.value.length - 1);

  // Start at the first question; stay near when an answer makes the present one irrelevant.
  watch(
    [questions, index],
    ([now, at], [, before]) => {
      if (at === -1) chosen.value = now[Math.max(0, Math.min(before ?? 0, now.length - 1))]?.nodeId;
    },
    { immediate: true },
  );

  function step(by: 1 | -1): void {
    chosen.value = questions.value[index.value + by]?.nodeId ?? chosen.value;
  }

  function show(nodeId: string): void {
    chosen.value = nodeId;
  }

  return { index, current, isLast, step, show };
}
