import type { FormNode, RootNode } from '@getodk/web-forms';
import { expect, it } from 'vitest';
import { answersOf, askedQuestions, matchLanguage, progressOf, questionAt, shownQuestions } from './questions';

function node(nodeType: string, reference: string, state: Partial<FormNode['currentState']> = {}): FormNode {
  const currentState = { reference, relevant: true, required: false, readonly: false, label: null, children: null, ...state };
  return { nodeId: reference, nodeType, currentState };
}

const age = node('input', '/data/person/age', { required: true, instanceValue: '44' });
const sex = node('select', '/data/person/sex', { required: true, instanceValue: '' });
const remark = node('input', '/data/remark', { instanceValue: '' });
const hidden = node('group', '/data/farmers', {
  relevant: false,
  children: [node('select', '/data/farmers/F01', { required: true, instanceValue: '' })],
});
const root = node('root', '/data', {
  children: [
    node('model-value', '/data/start', { instanceValue: '2025-01-01' }),
    node('note', '/data/hello', { readonly: true }),
    node('group', '/data/person', { children: [age, sex] }),
    hidden,
    node('repeat-range:uncontrolled', '/data/visits', {
      children: [node('repeat-instance', '/data/visits[1]', { children: [remark] })],
    }),
  ],
});

it('counts the required questions asked at present, and no irrelevant, optional or calculated item', () => {
  expect(progressOf(root)).toEqual({ answered: 1, total: 2, required: true });
});

it('counts every question when the form requires none', () => {
  const free = node('root', '/data', { children: [remark, node('input', '/data/more', { instanceValue: 'x' })] });
  expect(progressOf(free)).toEqual({ answered: 1, total: 2, required: false });
});

it('shows notes but asks no answer of them', () => {
  expect(shownQuestions(root).map(({ nodeId }) => nodeId)).toContain('/data/hello');
  expect(askedQuestions(root)).toEqual([age, sex, remark]);
});

it('finds the question of a finding by its path, unless it is irrelevant', () => {
  expect(questionAt(root, '/data/person/sex')).toBe(sex);
  expect(questionAt(root, '/data/farmers/F01')).toBeUndefined();
});

it('tells a changed answer from an unchanged one', () => {
  const changed = { ...root, currentState: { ...root.currentState, children: [{ ...age, currentState: { ...age.currentState, instanceValue: '45' } }] } };
  expect(answersOf(root)).toBe(answersOf(root));
  expect(answersOf(changed)).not.toBe(answersOf(root));
});

it('matches the form language to the page language by tag, then by name', () => {
  const speaking = (...names: string[]) => ({ ...root, languages: names.map((language) => ({ language })) }) as unknown as RootNode;
  expect(matchLanguage(speaking('中文 (zh)', 'English (en)'), 'en')?.language).toBe('English (en)');
  expect(matchLanguage(speaking('中文 (zh-Hans)', 'English (en)'), 'zh-CN')?.language).toBe('中文 (zh-Hans)');
  expect(matchLanguage(speaking('Chinese', 'English'), 'zh-CN')?.language).toBe('Chinese');
  expect(matchLanguage(speaking('Français (fr)'), 'en')).toBeUndefined();
});
