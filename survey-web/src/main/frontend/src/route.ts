import { ref } from 'vue';

/** Where the surveyor is, kept in the address's hash so that the phone's "back" works and a reload returns here. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'new'; readonly year: number }
  | { readonly page: 'interview'; readonly id: string };

export const route = ref<Route>(read());

export function goHome(): void {
  location.hash = '#/';
}

export function goNew(year: number): void {
  location.hash = `#/new/${year}`;
}

export function goInterview(id: string): void {
  location.hash = `#/interview/${encodeURIComponent(id)}`;
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
  const [page, value] = location.hash.replace(/^#\//, '').split('/');
  if (page === 'new' && /^\d+$/.test(value ?? '')) return { page, year: Number(value) };
  if (page === 'interview' && value) return { page, id: decodeURIComponent(value) };
  return { page: 'home' };
}
