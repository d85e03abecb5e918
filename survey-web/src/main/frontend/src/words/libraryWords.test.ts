import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cutSeams, translateMap } from '../../build/webFormsSeams';

const dist = join(import.meta.dirname, '../../node_modules/@getodk/web-forms/dist');
const part = (start: string) => readFileSync(join(dist, readdirSync(dist).find((name) => name.startsWith(start))!), 'utf8');
const library = part('index-');

it('cuts every seam into the installed version of the form library', () => {
  const cut = cutSeams(library);
  expect(cut).toContain('label: $word("library.remove")');
  expect(cut).toContain('createElementVNode("span", null, $word("library.getLocation"), 1)');
  expect(cut).toContain('get [GEOPOINT_ACCURACY_QUALITY.GOOD]() { return $word("library.accuracyGood"); }');
  expect(cut).toContain('createVNode($FileControl, { question: eA.question }');
  expect(cut).not.toMatch(/\|\| \(\w+\[\d+\] = create\w+VNode\([^()]*\$word/);
});

it('translates the map of the form library', () => {
  const map = translateMap(part('MapBlock-'));
  expect(map).toContain('title: $word("map.fullScreen")');
  expect(map).toContain('`${$word("map.longitude")}: ${');
  expect(map).not.toMatch(/"(Latitude|Save|Get location|No point saved)"/);
});

it('refuses a version of the form library that has lost a seam', () => {
  expect(() => cutSeams(library.replace('provide(SUBMIT_PRESSED, dA)', ''))).toThrow(/expected one/);
  expect(() => cutSeams(library.replaceAll('"Rank items"', '"Sort items"'))).toThrow(/"Rank items" is gone/);
});
