/** Leaves for the server's login page, which returns here. */
export function logIn(): void {
  location.assign(LOGIN_URL);
}

export const LOGIN_URL = '/login?next=/collect';
