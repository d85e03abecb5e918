import type { Language } from './language';

/** Where a questionnaire comes from, and under what name it is shown. */
export interface FormSource {
  /** Zero where the form is not one of a yearly wave's. */
  readonly year: number;
  /** In each language of the pages: a kept wave is shown in another language without asking again. */
  readonly title: Readonly<Record<Language, string>>;
  readonly formId: string;
  readonly version: string;
  readonly formUrl: string;
  readonly synthetic?: boolean;
  readonly labels?: StatutoryLabels | null;
}

/** What the law asks a statistical questionnaire to carry: 表号, 制定机关, 批准或备案文号, 有效期至. */
export interface StatutoryLabels {
  readonly formNumber?: string | null;
  readonly issuingBody?: string | null;
  readonly approvalNumber?: string | null;
  readonly validUntil?: string | null;
}

/** One wave of a survey that the logged-in surveyor may interview for. */
export interface Wave extends FormSource {
  readonly open: boolean;
}

/** Who is logged in. */
export interface Surveyor {
  readonly username: string;
  readonly displayName: string;
}

/** One person or household that the surveyor is to interview. */
export interface SurveyCase {
  readonly code: string;
  readonly year: number;
  readonly town: string;
  readonly townName?: string | null;
  readonly psu: string;
  readonly psuName?: string | null;
  readonly address?: string | null;
  readonly contactName?: string | null;
  readonly contactPhone?: string | null;
  readonly status: 'OPEN' | 'DONE' | 'CLOSED';
  readonly attempts: number;
  readonly lastOutcome?: string | null;
}

/** How a contact can end: an AAPOR code with its name in the language of the page. */
export interface Outcome {
  readonly code: string;
  readonly name: string;
}

/** What a respondent's link leads to; nothing but the state where the link is unknown. */
export interface RespondentForm extends Omit<FormSource, 'year'> {
  readonly state: 'open' | 'used' | 'expired' | 'unknown';
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

const LOGIN = '/api/v1/collect/login';
const GIVE_UP_AFTER_MS = 30_000;

const JSON_TYPE = 'application/json';

export function fetchSurveyor(): Promise<Fetched<Surveyor>> {
  return get(LOGIN, JSON_TYPE, (response) => response.json() as Promise<Surveyor>);
}

/** Ends the login of this device, on the server too. */
export async function endLogin(): Promise<boolean> {
  const response = await request(LOGIN, { method: 'DELETE', headers: { Accept: JSON_TYPE } });
  return response !== null && (response.ok || response.status === 401);
}

export function fetchWaves(): Promise<Fetched<Wave[]>> {
  return get('/api/v1/collect/waves', JSON_TYPE, (response) => response.json() as Promise<Wave[]>);
}

export function fetchCases(): Promise<Fetched<SurveyCase[]>> {
  return get('/api/v1/collect/cases', JSON_TYPE, (response) => response.json() as Promise<SurveyCase[]>);
}

export function fetchOutcomes(): Promise<Fetched<Outcome[]>> {
  return get('/api/v1/collect/outcomes', JSON_TYPE, (response) => response.json() as Promise<Outcome[]>);
}

export function fetchRespondentForm(token: string): Promise<Fetched<RespondentForm>> {
  return get(`/api/v1/respond/${token}`, JSON_TYPE, (response) => response.json() as Promise<RespondentForm>);
}

export function fetchForm(formUrl: string): Promise<Fetched<string>> {
  return get(formUrl, 'application/xml, text/xml, application/problem+json', (response) => response.text());
}

/** The names of the files that a form needs besides, by its OpenRosa manifest; a form without one needs none. */
export async function fetchMediaNames(formUrl: string): Promise<Fetched<string[]>> {
  const names = await get(`${formUrl}/manifest`, 'text/xml, application/problem+json', async (response) => {
    const manifest = new DOMParser().parseFromString(await response.text(), 'application/xml');
    return [...manifest.getElementsByTagNameNS('*', 'filename')].map((name) => name.textContent ?? '');
  });
  return names.kind === 'serverTrouble' && names.status === 404 ? { kind: 'fetched', value: [] } : names;
}

export function fetchFile(formUrl: string, name: string): Promise<Fetched<Blob>> {
  return get(`${formUrl}/media/${encodeURIComponent(name)}`, '*/*', (response) => response.blob());
}

/** What is sent of an interview: by a respondent's link, or under the surveyor's login and for a case if it has one. */
export interface Submission {
  readonly instance: string;
  readonly attachments: readonly File[];
  readonly caseCode: string | null;
  readonly link: string | null;
}

/** Sends one instance by OpenRosa 1.0. Sending the same instance again is harmless: the server knows its instanceID. */
export function sendInterview({ instance, attachments, caseCode, link }: Submission): Promise<SendOutcome> {
  const body = new FormData();
  body.append('xml_submission_file', new Blob([instance], { type: 'text/xml' }), 'submission.xml');
  for (const file of attachments) body.append(file.name, file, file.name);
  const address =
    link !== null
      ? `/api/v1/respond/${link}/submission`
      : `/openrosa/submission${caseCode === null ? '' : `?case=${encodeURIComponent(caseCode)}`}`;
  return post(address, { 'X-OpenRosa-Version': '1.0' }, body);
}

/** Sends a contact attempt; like an interview, as often as need be. */
export function sendContact(contact: {
  readonly id: string;
  readonly caseCode: string;
  readonly at: string;
  readonly outcome: string;
  readonly note: string;
}): Promise<SendOutcome> {
  const { id, caseCode, at, outcome, note } = contact;
  const address = `/api/v1/collect/cases/${encodeURIComponent(caseCode)}/attempts`;
  return post(address, { 'Content-Type': JSON_TYPE }, JSON.stringify({ id, at, outcome, note }));
}

async function post(address: string, headers: Record<string, string>, body: BodyInit): Promise<SendOutcome> {
  const response = await request(address, { method: 'POST', headers: { ...headers, Accept: JSON_TYPE }, body });
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
