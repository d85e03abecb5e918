import type { Plugin } from 'vite';
import { formWords, mapWords } from './libraryWords.ts';

/**
 * Seams cut into `@getodk/web-forms` while it is bundled, because its component has no API for them:
 * its own English words come from our bundles, a saved draft is restored with its instanceID, the shell sees the form's
 * root node and can press "send", and number fields take what a phone's keyboard enters.
 *
 * Each seam names the exact text it replaces, so a new version of the library that lacks it fails the build.
 */
export function webFormsSeams(): Plugin {
  return {
    name: 'web-forms-seams',
    enforce: 'pre',
    transform(code, id) {
      const file = /@getodk\/web-forms\/dist\/(index|MapBlock)(-[\w-]+)?\.js/.exec(id);
      if (file === null) return undefined;
      const [, part, hash] = file;
      return { code: part === 'MapBlock' ? translateMap(code) : hash ? cutSeams(code) : dropTypefaces(code), map: null };
    },
  };
}

export function cutSeams(library: string): string {
  let code = library;
  for (const [found, replacement] of SEAMS) code = replaceOnce(code, found, replacement);
  return `import $FileControl from '/src/form/FileControl.vue';\n${translateAll(code, formWords)}`;
}

export function translateMap(library: string): string {
  const inTexts = library.replace(/`(Longitude|Latitude|Altitude|Accuracy): \$\{/g, '`${"$1"}: ${');
  return translateAll(inTexts, mapWords);
}

function translateAll(library: string, words: Readonly<Record<string, string>>): string {
  const code = Object.entries(words).reduce((done, [english, key]) => translate(done, english, key), library);
  return `/* @getodk/web-forms (Apache-2.0), changed by this build: see build/webFormsSeams.ts */
import { libraryWord as $word } from '/src/form/libraryWord.ts';
${code}`;
}

/** The library carries 27 cuts of a Latin typeface inside its style sheet: a megabyte that our pages do not use. */
export function dropTypefaces(library: string): string {
  const without = library.replace(/@font-face\{[^}]*\}/g, '');
  if (without.length === library.length) throw new Error('@getodk/web-forms: no @font-face in its style sheet any more');
  return without;
}

const SEAMS: readonly (readonly [found: string, replacement: string])[] = [
  // The component hands its root node and its "send" action to the shell.
  ['setup(eA, { emit: tA }) {\n    const AA = "v0.22.0"', 'setup(eA, { emit: tA, expose: $expose }) {\n    const AA = "v0.22.0"'],
  [
    '    provide(SUBMIT_PRESSED, dA);\n    const DA',
    '    provide(SUBMIT_PRESSED, dA);\n    $expose({ get root() { return gA.value.root; }, get failure() { return gA.value.error; }, send: () => BA(gA.value), showErrors: (on) => { dA.value = on; } });\n    const DA',
  ],
  // The shell shows a form that cannot be loaded in its own words.
  ['unref(gA).status === "FORM_STATE_FAILURE" ? (openBlock(), createBlock(FormLoadFailureDialog', 'false ? (openBlock(), createBlock(FormLoadFailureDialog'],
  // The shell lists what is still wrong and moves the focus there; the page must not jump to its top first.
  ['dA.value = !0, document.scrollingElement?.scrollTo(0, 0))', 'dA.value = !0)'],
  // A draft is restored (same instanceID, same start time), not edited (new instanceID, deprecatedID).
  [
    'const rA = resolvableFormInstanceInput(tA.editInstance), oA = await AA.editInstance(rA, nA);',
    'const oA = await AA.restoreInstance({ data: tA.editInstance.draft }, nA);',
  ],
  // Its page-wide reset fixes the type size and the (Latin) typeface with !important; ours is in style.css.
  ['tA.textContent = resetStyles, document.head.prepend(tA), ', ''],
  // Number fields: a phone's keyboard may enter text without a key press, which the component set would wipe out.
  [
    'this.isSpecialChar && (this.$refs.input.$el.value = this.lastValue), this.isSpecialChar = !1;\n    },\n    onInputKeyDown',
    `if (this.isSpecialChar) this.$refs.input.$el.value = this.lastValue;
      else this.updateModel(null, this.validateValue(this.parseValue(this.$refs.input.$el.value)));
      this.isSpecialChar = false;
    },
    onInputBeforeinput(event) {
      if (this.readonly || event.inputType !== "insertText" || !event.cancelable || !event.data) return;
      event.preventDefault();
      for (const key of event.data) this.onInputKeyPress({ key, target: event.target, preventDefault() {} });
    },
    onInputKeyDown`,
  ],
  ['    onKeypress: oA.onInputKeyPress,', '    onKeypress: oA.onInputKeyPress,\n    onBeforeinput: oA.onInputBeforeinput,'],
  // The library takes images only as files; sounds, films and others are ours.
  [
    'createElementBlock("p", null, "🚧 Support for non-image uploads is pending. 🚧")',
    'createElementBlock(Fragment, null, [createVNode(ControlText, { question: eA.question }, null, 8, ["question"]), createVNode($FileControl, { question: eA.question }, null, 8, ["question"]), createVNode(ValidationMessage, { message: eA.question.validationState.violation?.message.formatted }, null, 8, ["message"])], 64)',
  ],
  // Words inside longer texts.
  ['toDisplayString(oA.label || "empty")', 'toDisplayString(oA.label || $word("library.empty"))'],
  ['toDisplayString(eA.placeholder || "empty")', 'toDisplayString(eA.placeholder || $word("library.empty"))'],
  ['(pA = oA.label) !== null && pA !== void 0 ? pA : "empty"', '(pA = oA.label) ?? $word("library.empty")'],
  ['new Error(`Media not found. File: ${uA.href}`)', 'new Error($word("library.noMedia"))'],
  ['new Error(`Cannot fetch media. Unknown error. File: ${uA.href}`)', 'new Error($word("library.noMedia"))'],
  ['new Error(`Failed to load audio. File: ${eA.resourceUrl.href}`)', 'new Error($word("library.noMedia"))'],
  ['new Error(`Failed to load image. File: ${eA.resourceUrl?.href}`)', 'new Error($word("library.noMedia"))'],
  ['new Error(`Failed to load video. File: ${eA.resourceUrl.href}`)', 'new Error($word("library.noMedia"))'],
  // A form without its own message for a broken rule: ours, in the language of the moment.
  [
    'const AA = VALIDATION_TEXT[tA], nA = new TextChunk(eA, "literal", AA);\n  return () => new TextRange("engine", tA, [nA]);',
    'return () => (eA.getActiveLanguage(), new TextRange("engine", tA, [new TextChunk(eA, "literal", $word("library." + tA))]));',
  ],
];

function replaceOnce(code: string, found: string, replacement: string): string {
  const parts = code.split(found);
  if (parts.length !== 2) {
    throw new Error(`@getodk/web-forms: expected one "${found}", got ${parts.length - 1}; check the seams against this version`);
  }
  return parts.join(replacement);
}

/** Replaces a literal by a look-up; a node that Vue made once and kept is made anew, so that it follows the language. */
function translate(code: string, english: string, key: string): string {
  const [first, ...rest] = code.split(JSON.stringify(english));
  if (rest.length === 0) throw new Error(`@getodk/web-forms: "${english}" is gone; check libraryWords.ts`);
  const word = `$word(${JSON.stringify(key)})`;
  return rest.reduce((done, after) => {
    const line = done.lastIndexOf('\n') + 1;
    const head = done.slice(line);
    const kept = /^, -1\)(\)?)/.exec(after);
    if (kept && /\w\([^()]*$/.test(head)) {
      const slot = kept[1] ? /(\w+\[\d+\]) \|\| \(\1 = / : /^$/;
      return `${done.slice(0, line)}${head.replace(slot, '')}${word}, 1)${after.slice(kept[0].length)}`;
    }
    const constant = /(\[[\w.]+\]): $/.exec(head);
    if (constant) {
      const name = constant[1];
      return `${done.slice(0, -constant[0].length)}get ${name}() { return ${word}; }${after}`;
    }
    return done + word + after;
  }, first!);
}
