/** One wave of a survey that the logged-in surveyor may interview for. */
export interface Wave {
  readonly year: number;
  readonly title: string;
  readonly formId: string;
  readonly version: string;
  readonly formUrl: string;
  readonly open: boolean;
  readonly synthetic?: boolean;
}

/** One reason why the server refused a submission: `item` is an instance path such as `/data/person/age`. */
export interface Finding {
  readonly item: string;
  readonly rule: string;
  readonly got?: string | null;
  readonly message: string;
}

/** A request that brought no answer to use; `status` is the HTTP status where there is one. */
export type Trouble =
  | { readonly kind: 'loginNeeded' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'serverTrouble'; readonly status: number };

export type SendOutcome =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly detail: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'tooLarge' }
  | { readonly kind: 'forbidden' }
  | Trouble;

export type Fetched<T> = { readonly kind: 'fetched'; readonly value: T } | Trouble;

const GIVE_UP_AFTER_MS = 30_000;

export function fetchWaves(): Promise<Fetched<Wave[]>> {
  return get('/api/v1/collect/waves', 'application/json', (response) => response.json() as Promise<Wave[]>);
}

export function fetchForm(formUrl: string): Promise<Fetched<string>> {
  return get(formUrl, 'application/xml, text/xml', (response) => response.text());
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
      return { kind: 'forbidden' };
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
  const problem = (await response.json().catch(() => ({}))) as { detail?: string; title?: string; findings?: Finding[] };
  return {
    kind: 'refused',
    detail: problem.detail ?? problem.title ?? String(response.status),
    findings: problem.findings ?? [],
  };
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

/** Null when no answer came: no network, or none in time. */
async function request(url: string, init: RequestInit): Promise<Response | null> {
  try {
    return await fetch(url, {
      ...init,
      credentials: 'same-origin',
      redirect: 'manual',
      signal: AbortSignal.timeout(GIVE_UP_AFTER_MS),
    }).then((response) => (response.type === 'opaqueredirect' ? new Response(null, { status: 401 }) : response));
  } catch {
    return null;
  }
}
