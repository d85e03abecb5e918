import { send, type SendOutcome } from '../server';
import { allInterviews, interviewById, keep, type Interview } from './interviews';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;
const SENT_KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Sends every waiting interview that is due, one after the other, and stops at the first sign that the server cannot
 * be reached or wants a login. Only one tab or worker of this device sends at a time. Returns the last outcome.
 */
export function sendWaiting(now: number = Date.now()): Promise<SendOutcome | null> {
  return alone(async () => {
    let last: SendOutcome | null = null;
    const due = (await allInterviews()).filter(({ state, nextAttempt }) => state === 'waiting' && nextAttempt <= now);
    for (const interview of due.reverse()) {
      last = await attempt(interview);
      if (last.kind === 'unreachable' || last.kind === 'loginNeeded') break;
    }
    return last;
  });
}

/** Sends one interview now, whatever its pause. */
export function sendOne(id: string): Promise<SendOutcome> {
  return alone(async () => {
    const interview = await interviewById(id);
    return interview?.state === 'waiting' ? attempt(interview) : { kind: 'stored' };
  });
}

/** When the next waiting interview is due, or null when none waits. */
export async function nextDue(): Promise<number | null> {
  const times = (await allInterviews()).filter(({ state }) => state === 'waiting').map(({ nextAttempt }) => nextAttempt);
  return times.length === 0 ? null : Math.min(...times);
}

/** Makes every waiting interview due at once: a network has come back, or the surveyor asks. */
export function endPauses(): Promise<void> {
  return alone(async () => {
    for (const interview of await allInterviews()) {
      if (interview.state === 'waiting' && interview.nextAttempt > 0) await keep({ ...interview, nextAttempt: 0 });
    }
  });
}

/** Sent interviews older than a week. */
export function expired(interviews: readonly Interview[], now: number): Interview[] {
  return interviews.filter(({ state, changedAt }) => state === 'sent' && changedAt < now - SENT_KEPT_MS);
}

/** The interview after an attempt to send it: pure, so that its rules can be read and tested. */
export function afterAttempt(interview: Interview, outcome: SendOutcome, now: number): Interview {
  switch (outcome.kind) {
    case 'stored':
      return { ...interview, state: 'sent', instance: '', attachments: [], refusal: null, changedAt: now };
    case 'refused':
    case 'conflict':
    case 'tooLarge':
    case 'forbidden':
      return { ...interview, state: 'refused', refusal: outcome, changedAt: now };
    case 'loginNeeded':
      return interview;
    case 'unreachable':
    case 'serverTrouble':
      return { ...interview, attempts: interview.attempts + 1, nextAttempt: now + pauseAfter(interview.attempts) };
  }
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
}

/** One sender at a time on this device. Without https there are no locks; the server takes a repeat for what it is. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return 'locks' in navigator ? await navigator.locks.request('suzhi.send', work) : work();
}

async function attempt(interview: Interview): Promise<SendOutcome> {
  const outcome = await send(interview.instance, interview.attachments);
  const after = afterAttempt(interview, outcome, Date.now());
  if (after !== interview) await keep(after);
  return outcome;
}
