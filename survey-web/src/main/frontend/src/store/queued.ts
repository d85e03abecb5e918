import type { Refusal, SendOutcome } from '../server';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/** Something that is sent in the background: draft → waiting → sent, or → refused → waiting again. */
export interface Queued {
  readonly id: string;
  /** User name of whoever made it: nobody else sees or sends it. Null when a respondent did, without an account. */
  readonly surveyor: string | null;
  readonly state: 'draft' | 'waiting' | 'refused' | 'sent';
  readonly changedAt: number;
  readonly attempts: number;
  /** Not to be tried before this time (milliseconds since 1970). */
  readonly nextAttempt: number;
  readonly refusal: Refusal | null;
}

/** What it is after an attempt to send it: pure, so that its rules can be read and tested. */
export function afterAttempt<T extends Queued>(item: T, outcome: SendOutcome, now: number): T {
  switch (outcome.kind) {
    case 'stored':
      return { ...item, state: 'sent', refusal: null, changedAt: now };
    case 'refused':
    case 'conflict':
    case 'tooLarge':
    case 'forbidden':
      return { ...item, state: 'refused', refusal: outcome, changedAt: now };
    case 'loginNeeded':
      return item;
    case 'unreachable':
    case 'serverTrouble':
      return { ...item, attempts: item.attempts + 1, nextAttempt: now + pauseAfter(item.attempts) };
  }
}

/** 5 s, 10 s, 20 s … at most 10 minutes. */
export function pauseAfter(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_PAUSE_MS);
}
