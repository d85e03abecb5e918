import { sendContact, sendInterview, type SendOutcome } from '../server';
import { allContacts, forgetContact, keepContact } from './contacts';
import { allInterviews, forget, interviewById, keep, type Interview } from './interviews';
import { afterAttempt, type Queued } from './queued';
import { askSurveyor, lastSurveyor } from './surveyor';

const SENT_KEPT_MS = 7 * 24 * 3_600_000;

/** One thing of the queue, with how it is sent, stored again and removed. */
interface Entry {
  readonly item: Queued;
  send(): Promise<SendOutcome>;
  keep(item: Queued): Promise<void>;
  forget(): Promise<void>;
}

/**
 * Sends everything that waits and is due, one after the other, and stops at the first sign that the server cannot be
 * reached or wants a login. Only one tab or worker of this device sends at a time. Returns the last outcome.
 */
export function sendWaiting(): Promise<SendOutcome | null> {
  return alone(async () => {
    const now = Date.now();
    const due = (await waiting()).filter(({ item }) => item.nextAttempt <= now);
    return due.length === 0 ? null : sendAll(due);
  });
}

/** Sends one interview now, whatever its pause. */
export function sendOne(id: string): Promise<SendOutcome> {
  return alone(async () => {
    const interview = await interviewById(id);
    return (interview?.state === 'waiting' && (await sendAll([entryOf(interview)]))) || { kind: 'stored' };
  });
}

/** When the next thing that waits is due, or null when none waits. */
export async function nextDue(): Promise<number | null> {
  const times = (await waiting()).map(({ item }) => item.nextAttempt);
  return times.length === 0 ? null : Math.min(...times);
}

/** Makes everything that waits due at once: a network has come back, or the surveyor asks. */
export function endPauses(): Promise<void> {
  return alone(async () => {
    for (const { item, keep: store } of await waiting()) if (item.nextAttempt > 0) await store({ ...item, nextAttempt: 0 });
  });
}

/** Removes what was sent more than a week ago. */
export async function forgetExpired(): Promise<void> {
  const now = Date.now();
  for (const entry of await entries()) if (isExpired(entry.item, now)) await entry.forget();
}

export function isExpired({ state, changedAt }: Queued, now: number): boolean {
  return state === 'sent' && changedAt < now - SENT_KEPT_MS;
}

/** Another surveyor may have logged in since: only what is theirs goes out under their name. */
async function sendAll(due: readonly Entry[]): Promise<SendOutcome | null> {
  const asked = due.some(({ item }) => item.surveyor !== null) ? await askSurveyor() : null;
  let last: SendOutcome | null = null;
  for (const [index, entry] of due.entries()) {
    const { surveyor } = entry.item;
    if (surveyor !== null && asked?.kind === 'fetched' && asked.value.username !== surveyor) continue;
    last = surveyor !== null && asked !== null && asked.kind !== 'fetched' ? asked : await entry.send();
    if (last.kind === 'unreachable') {
      for (const { item, keep: store } of due.slice(index)) await store(afterAttempt(item, last, Date.now()));
      break;
    }
    if (last.kind === 'loginNeeded') break;
    await entry.keep(afterAttempt(entry.item, last, Date.now()));
  }
  return last;
}

/** What waits of the surveyor who is here, and of respondents, oldest first; contacts before interviews. */
async function waiting(): Promise<Entry[]> {
  const here = (await lastSurveyor())?.username;
  return (await entries()).filter(
    ({ item }) => item.state === 'waiting' && (item.surveyor === null || item.surveyor === here),
  );
}

async function entries(): Promise<Entry[]> {
  const contacts = (await allContacts()).map((contact) => ({
    item: contact,
    send: () => sendContact(contact),
    keep: (item: Queued) => keepContact({ ...contact, ...item }),
    forget: () => forgetContact(contact.id),
  }));
  return [...contacts.reverse(), ...(await allInterviews()).reverse().map(entryOf)];
}

function entryOf(interview: Interview): Entry {
  return {
    item: interview,
    send: () => sendInterview(interview),
    keep: (item) => keep({ ...interview, ...item }),
    forget: () => forget(interview.id),
  };
}

/** One sender at a time on this device. Without https there are no locks; the server takes a repeat for what it is. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('suzhi.send', work) : work();
}
