import { ref } from 'vue';

/** Where the surveyor is, kept in the address's hash so that the phone's "back" works and a reload returns here. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'new'; readonly year: number };

export const route = ref<Route>(read());

export function go(hash: string): void {
  location.hash = hash;
}

window.addEventListener('hashchange', () => {
  route.value = read();
  scrollTo(0, 0);
});

function read(): Route {
  const year = /^#\/new\/(\d+)$/.exec(location.hash)?.[1];
  return year === undefined ? { page: 'home' } : { page: 'new', year: Number(year) };
}
