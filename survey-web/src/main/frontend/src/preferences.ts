import { ref, watchEffect, type Ref } from 'vue';

/** The large-type edition 长辈版: everything about a third larger. */
export const largeType = preference('suzhi.largeType');

/** One question a page instead of one long form. */
export const oneAtATime = preference('suzhi.oneAtATime');

watchEffect(() => document.documentElement.classList.toggle('large-type', largeType.value));

/** A switch remembered on this device. */
function preference(key: string): Ref<boolean> {
  const on = ref(localStorage.getItem(key) === 'on');
  watchEffect(() => localStorage.setItem(key, on.value ? 'on' : 'off'));
  return on;
}
