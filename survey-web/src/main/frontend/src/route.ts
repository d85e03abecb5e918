import { ref } from 'vue';

/** Where one is, kept in the address's hash so that the phone's "back" works and a reload returns here. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'new'; readonly year: number; readonly caseCode: string | null }
  | { readonly page: 'interview'; readonly id: string }
  | { readonly page: 'case'; readonly code: string };

/** The token of the respondent's link that this page was opened by; a surveyor's page has none. */
export const respondentLink = /^\/r\/([A-Za-z0-9_-]{1,200})$/.exec(location.pathname)?.[1] ?? null;

export const route = ref<Route>(read());

export function goHome(): void {
  location.hash = '#/';
}

export function goNew(year: number, caseCode: string | null = null): void {
  location.hash = `#/new/${year}${caseCode === null ? '' : `/${encodeURIComponent(caseCode)}`}`;
}

export function goInterview(id: string): void {
  location.hash = `#/interview/${encodeURIComponent(id)}`;
}

export function goCase(code: string): void {
  location.hash = `#/case/${encodeURIComponent(code)}`;
}

/** A new interview has been saved: a reload must come back to it. The page itself stays as it is. */
export function nameInterview(id: string): void {
  if (read().page === 'new') history.replaceState(null, '', `#/interview/${encodeURIComponent(id)}`);
}

window.addEventListener('hashchange', () => {
  route.value = read();
  scrollTo(0, 0);
});

function read(): Route {
  const [page, value, code] = location.hash.replace(/^#\//, '').split('/').map(decodeURIComponent);
  if (page === 'new' && /^\d+$/.test(value ?? '')) return { page, year: Number(value), caseCode: code ?? null };
  if (page === 'interview' && value) return { page, id: value };
  if (page === 'case' && value) return { page, code: value };
  return { page: 'home' };
}
