import { type App, watchEffect } from 'vue';
import { language } from '../language';
import chinese from '../words/components.zh-CN.json';

interface ComponentLocale {
  readonly aria: Readonly<Record<string, string>>;
  readonly [key: string]: unknown;
}

/** Keeps the words of the component set under the form library (date picker, lists) in the language of the page. */
export function followLanguage(app: App): void {
  const { config } = app.config.globalProperties['$primevue'] as { config: { locale: ComponentLocale } };
  const english = { ...config.locale };
  watchEffect(() => {
    config.locale =
      language.value === 'en' ? english : { ...english, ...chinese, aria: { ...english.aria, ...chinese.aria } };
  });
}
