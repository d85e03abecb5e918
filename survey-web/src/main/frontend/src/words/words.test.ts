import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formWords, mapWords } from '../../build/libraryWords';
import en from './en.json';
import zh from './zh-CN.json';

/** Keys that the seams of the form library name themselves. */
const IN_SEAMS = ['library.constraintMsg', 'library.requiredMsg', 'library.empty'];

const sources = join(import.meta.dirname, '..');

describe('texts', () => {
  it('have the same keys in both languages', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
  });

  it('have the same parameters in both languages', () => {
    const parameters = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
      expect(parameters(en[key]), key).toEqual(parameters(zh[key]));
    }
  });

  it('are Chinese in the Chinese bundle and English in the English one', () => {
    const chinese = /[\u4e00-\u9fff]/;
    for (const [key, text] of Object.entries(zh)) if (key !== 'app.otherLanguage') expect(text, key).toMatch(chinese);
    for (const [key, text] of Object.entries(en)) if (key !== 'app.otherLanguage') expect(text, key).not.toMatch(chinese);
  });

  it('exist for every key that the sources name, and every text is used', () => {
    const used = new Set([...Object.values(formWords), ...Object.values(mapWords), ...IN_SEAMS]);
    for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(vue|ts)$/.test(file) || file.endsWith('.test.ts')) continue;
      for (const [, key] of readFileSync(join(sources, file), 'utf8').matchAll(/['"`]([a-z]+\.[a-zA-Z]+)['"`]/g)) {
        if (key !== undefined && key.split('.')[0]! in namespaces) used.add(key);
      }
    }
    expect([...used].sort()).toEqual(Object.keys(zh).sort());
  });
});

const namespaces = Object.fromEntries(Object.keys(zh).map((key) => [key.split('.')[0]!, true]));
