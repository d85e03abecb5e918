import { t, type WordKey } from '../language';

/** What the form library's seams (build/webFormsSeams.ts) call in place of an English literal. */
export function libraryWord(key: WordKey): string {
  return t(key);
}
