import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cutSeams } from '../../build/webFormsSeams';

const dist = join(import.meta.dirname, '../../node_modules/@getodk/web-forms/dist');
const library = readFileSync(join(dist, readdirSync(dist).find((name) => name.startsWith('index-'))!), 'utf8');

it('cuts every seam into the installed version of the form library', () => {
  const cut = cutSeams(library);
  expect(cut).toContain('label: $word("library.remove")');
  expect(cut).toContain('createElementVNode("span", null, $word("library.getLocation"), 1)');
  expect(cut).toContain('get [GEOPOINT_ACCURACY_QUALITY.GOOD]() { return $word("library.accuracyGood"); }');
  expect(cut).not.toMatch(/\|\| \(\w+\[\d+\] = create\w+VNode\([^()]*\$word/);
});

it('refuses a version of the form library that has lost a seam', () => {
  expect(() => cutSeams(library.replace('provide(SUBMIT_PRESSED, dA)', ''))).toThrow(/expected one/);
  expect(() => cutSeams(library.replaceAll('"Rank items"', '"Sort items"'))).toThrow(/"Rank items" is gone/);
});
