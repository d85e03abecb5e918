/**
 * What the form library's elements lack for keyboard and screen reader: every control has its question as its name and
 * hint and message as its description, options form a named group, sections are headings and not buttons.
 */
export function makeAccessible(form: HTMLElement, menuName: string): void {
  for (const question of form.querySelectorAll<HTMLElement>('.question-container')) nameControls(question);
  for (const panel of form.querySelectorAll<HTMLElement>('.p-panel')) nameSection(panel);
  for (const menu of form.querySelectorAll('.button-menu')) menu.setAttribute('aria-label', menuName);
}

const CONTROLS = 'input, textarea, [role="combobox"], [role="slider"]';

function nameControls(question: HTMLElement): void {
  const label = question.querySelector<HTMLElement>('label:not(.value-option)');
  if (label === null) return;
  const labelId = idOf(label, question, 'label');
  const described = ['.hint', '.validation-message']
    .map((part) => question.querySelector<HTMLElement>(part))
    .filter((part) => part !== null && part.textContent !== '')
    .map((part) => idOf(part!, question, part!.className.split(' ')[0]!))
    .join(' ');
  const options = question.querySelectorAll('.value-option');
  const required = label.classList.contains('required');
  const invalid = question.classList.contains('highlight');
  if (options.length > 0) {
    const single = question.querySelector('input[type="radio"]') !== null;
    set(question, { role: single ? 'radiogroup' : 'group', 'aria-labelledby': labelId, 'aria-describedby': described });
    if (single) set(question, { 'aria-required': String(required), 'aria-invalid': String(invalid) });
    return;
  }
  for (const control of question.querySelectorAll<HTMLElement>(CONTROLS)) {
    set(control, { 'aria-labelledby': labelId, 'aria-describedby': described, 'aria-invalid': String(invalid) });
    if (control.getAttribute('role') !== 'slider') set(control, { 'aria-required': String(required) });
  }
}

function nameSection(panel: HTMLElement): void {
  const title = panel.querySelector<HTMLElement>('.panel-title');
  const region = panel.querySelector<HTMLElement>('[role="region"]');
  const heading = title?.querySelector('h2');
  if (!title || !region || !heading) return;
  title.removeAttribute('role');
  set(region, { 'aria-labelledby': idOf(heading, region, 'heading') });
}

function idOf(element: HTMLElement, owner: HTMLElement, part: string): string {
  element.id ||= `${owner.id}_${part}`;
  return element.id;
}

function set(element: HTMLElement, attributes: Record<string, string>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === '') element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
