import type { Language } from './language';

/** One wave of a survey that the logged-in surveyor may interview for. */
export interface Wave {
  readonly year: number;
  /** In each language of the pages: a kept wave is shown in another language without asking again. */
  readonly title: Readonly<Record<Language, string>>;
  readonly formId: string;
  readonly version: string;
  readonly formUrl: string;
  readonly open: boolean;
  readonly synthetic?: boolean;
}

/** One reason why the server refused a submission: `item` is an instance path such as `/data/person/age`. */
export interface Finding {
  readonly item: string;
  readonly label?: string;
  readonly rule: string;
  readonly got?: string | null;
  readonly message: string;
}

/** A request that brought no answer to use; `status` is the HTTP status where there is one. */
export type Trouble =
  | { readonly kind: 'loginNeeded' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'serverTrouble'; readonly status: number };

/** The server has read the submission and will not take it as it is. */
export type Refusal =
  | { readonly kind: 'refused'; readonly detail: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'forbidden'; readonly detail: string };

export type SendOutcome = { readonly kind: 'stored' } | Refusal | Trouble;

export type Fetched<T> = { readonly kind: 'fetched'; readonly value: T } | Trouble;

const GIVE_UP_AFTER_MS = 30_000;

export function fetchWaves(): Promise<Fetched<Wave[]>> {
  return get('/api/v1/collect/waves', 'application/json', (response) => response.json() as Promise<Wave[]>);
}

export function fetchForm(formUrl: string): Promise<Fetched<string>> {
  return get(formUrl, 'application/xml, text/xml, application/problem+json', (response) => response.text());
}

/** Sends one instance by OpenRosa 1.0. Sending the same instance again is harmless: the server knows its instanceID. */
export async function send(instance: string, attachments: readonly File[]): Promise<SendOutcome> {
  const body = new FormData();
  body.append('xml_submission_file', new Blob([instance], { type: 'text/xml' }), 'submission.xml');
  for (const file of attachments) body.append(file.name, file, file.name);
  const response = await request('/openrosa/submission', {
    method: 'POST',
    headers: { 'X-OpenRosa-Version': '1.0', Accept: 'application/json' },
    body,
  });
  return response === null ? { kind: 'unreachable' } : outcomeOf(response);
}

async function outcomeOf(response: Response): Promise<SendOutcome> {
  switch (response.status) {
    case 200:
    case 201:
    case 202:
      return { kind: 'stored' };
    case 401:
      return { kind: 'loginNeeded' };
    case 403:
      return { kind: 'forbidden', detail: (await problemOf(response)).detail ?? '' };
    case 409:
      return { kind: 'conflict' };
    case 413:
      return { kind: 'tooLarge' };
    default:
      return response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429
        ? refusal(response)
        : { kind: 'serverTrouble', status: response.status };
  }
}

async function refusal(response: Response): Promise<SendOutcome> {
  const { detail, title, findings } = await problemOf(response);
  return { kind: 'refused', detail: detail ?? title ?? String(response.status), findings: findings ?? [] };
}

/** The members of an RFC 9457 problem that we show; none when the answer is something else. */
function problemOf(response: Response): Promise<{ detail?: string; title?: string; findings?: Finding[] }> {
  return response.json().catch(() => ({}));
}

async function get<T>(url: string, accept: string, read: (response: Response) => Promise<T>): Promise<Fetched<T>> {
  const response = await request(url, { headers: { Accept: accept } });
  if (response === null) return { kind: 'unreachable' };
  if (response.status === 401) return { kind: 'loginNeeded' };
  if (!response.ok) return { kind: 'serverTrouble', status: response.status };
  try {
    return { kind: 'fetched', value: await read(response) };
  } catch {
    return { kind: 'serverTrouble', status: response.status };
  }
}

/** Null when no answer came: no network, or none in time. A redirect leads to the login page: the session is over. */
async function request(url: string, init: RequestInit): Promise<Response | null> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), GIVE_UP_AFTER_MS);
  try {
    const response = await fetch(url, { ...init, credentials: 'same-origin', redirect: 'manual', signal: patience.signal });
    const redirected = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    return redirected ? new Response(null, { status: 401 }) : response;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
