import { ref, watchEffect } from 'vue';

const KEY = 'suzhi.largeType';

/** The large-type edition 长辈版: everything a third larger, remembered on this device. */
export const largeType = ref(localStorage.getItem(KEY) === 'on');

watchEffect(() => {
  document.documentElement.classList.toggle('large-type', largeType.value);
  localStorage.setItem(KEY, largeType.value ? 'on' : 'off');
});
