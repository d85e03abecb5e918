import { ref } from 'vue';
import en from './words/en.json';
import zh from './words/zh-CN.json';

export type Language = 'zh-CN' | 'en';
export type WordKey = keyof typeof zh | (string & {});

const bundles: Record<Language, Record<string, string>> = { 'zh-CN': zh, en };

/** The language of everything on the page; kept in the cookie that the server's own pages read too. */
export const language = ref<Language>(chosenLanguage());
showLanguage();

export function setLanguage(chosen: Language): void {
  language.value = chosen;
  document.cookie = `lang=${chosen}; path=/; max-age=31536000; SameSite=Lax`;
  showLanguage();
}

/** The text of a key in the present language, with `{name}` replaced by its parameter. */
export function t(key: WordKey, parameters: Readonly<Record<string, string | number>> = {}): string {
  const text = bundles[language.value][key];
  if (text === undefined) throw new Error(`No text for "${key}" in ${language.value}`);
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));
}

export function timeText(time: number): string {
  return new Date(time).toLocaleString(language.value, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

function chosenLanguage(): Language {
  const cookie = /(?:^|;\s*)lang=(zh-CN|en)(?:;|$)/.exec(document.cookie)?.[1];
  if (cookie === 'zh-CN' || cookie === 'en') return cookie;
  return navigator.language.startsWith('en') ? 'en' : 'zh-CN';
}

function showLanguage(): void {
  document.documentElement.lang = language.value;
  document.title = t('app.title');
}
