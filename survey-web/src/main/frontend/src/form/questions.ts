import type { FormNode, RootNode } from '@getodk/web-forms';

const QUESTION_TYPES = new Set(['input', 'select', 'range', 'rank', 'trigger', 'upload']);

/** Every question and note on the page at present, in the order of the form. */
export function shownQuestions(node: FormNode): FormNode[] {
  if (!node.currentState.relevant) return [];
  if (node.nodeType === 'note' || QUESTION_TYPES.has(node.nodeType)) return [node];
  return (node.currentState.children ?? []).flatMap(shownQuestions);
}

/** Every question that wants an answer at present, in the order of the form. */
export function askedQuestions(node: FormNode): FormNode[] {
  return shownQuestions(node).filter((each) => each.nodeType !== 'note' && !each.currentState.readonly);
}

/** Answered of asked; `required` when only required questions are counted. */
export interface Progress {
  readonly answered: number;
  readonly total: number;
  readonly required: boolean;
}

/**
 * Required questions answered, of those asked at present (all questions where the form requires none): the total moves
 * as relevance moves.
 */
export function progressOf(root: FormNode): Progress {
  const asked = askedQuestions(root);
  const required = asked.filter((question) => question.currentState.required);
  const counted = required.length > 0 ? required : asked;
  return { answered: counted.filter(isAnswered).length, total: counted.length, required: required.length > 0 };
}

/** One text that differs whenever an answer or the set of questions asked differs. */
export function answersOf(root: FormNode): string {
  return askedQuestions(root)
    .map((question) => `${question.currentState.reference}=${question.currentState.instanceValue ?? ''}`)
    .join('\n');
}

/** The form's own language for a page language: by the tag in its name, `中文 (zh)`, or the name itself. */
export function matchLanguage(root: RootNode, pageLanguage: string) {
  const primary = pageLanguage.split('-')[0]!.toLowerCase();
  const tagOf = (name: string) => (/\(([\w-]+)\)\s*$/.exec(name)?.[1] ?? name).toLowerCase();
  const names: Record<string, RegExp> = { zh: /中文|汉语|chinese/i, en: /english|英文/i };
  const spoken = root.languages.filter((language) => !language.isSyntheticDefault);
  return (
    spoken.find((language) => tagOf(language.language).split('-')[0] === primary) ??
    spoken.find((language) => names[primary]?.test(language.language) ?? false)
  );
}

export function questionAt(root: FormNode, reference: string): FormNode | undefined {
  return shownQuestions(root).find((question) => question.currentState.reference === reference);
}

function isAnswered(question: FormNode): boolean {
  return (question.currentState.instanceValue ?? '') !== '';
}
