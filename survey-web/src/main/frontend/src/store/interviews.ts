import type { Refusal, Wave } from '../server';
import { database } from './database';

/** draft → waiting → sent, or → refused → waiting again. */
export type InterviewState = 'draft' | 'waiting' | 'refused' | 'sent';

/** Whether what is on the screen is on the device too. */
export type Saving = 'saved' | 'saving' | 'full' | 'failed';

/** One interview on this device; a sent one keeps no answers, only that it was sent. */
export interface Interview {
  /** The instanceID, made by the form and the same for every attempt to send. */
  readonly id: string;
  readonly wave: Wave;
  readonly state: InterviewState;
  readonly name: string | null;
  /** Instance XML, byte for byte what is or will be sent. */
  readonly instance: string;
  readonly attachments: readonly File[];
  readonly answered: number;
  readonly total: number;
  readonly changedAt: number;
  readonly attempts: number;
  /** Not to be tried before this time (milliseconds since 1970). */
  readonly nextAttempt: number;
  readonly refusal: Refusal | null;
}

const CHANGED = 'suzhi.interviews';
const announcer = new BroadcastChannel(CHANGED);

export async function allInterviews(): Promise<Interview[]> {
  const interviews = await (await database()).getAll('interview');
  return interviews.sort((a, b) => b.changedAt - a.changedAt);
}

export async function interviewById(id: string): Promise<Interview | undefined> {
  return (await database()).get('interview', id);
}

/** Stores an interview; resolves once it is on the disk, rejects with `QuotaExceededError` when the storage is full. */
export async function keep(interview: Interview): Promise<void> {
  const transaction = (await database()).transaction('interview', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(interview), transaction.done]);
  announcer.postMessage(interview.id);
}

export async function forget(id: string): Promise<void> {
  await (await database()).delete('interview', id);
  announcer.postMessage(id);
}

/** Calls back after every change, made here, in another tab or by the service worker. Returns the way to stop. */
export function onInterviewsChanged(callback: () => void): () => void {
  const listener = new BroadcastChannel(CHANGED);
  listener.onmessage = callback;
  return () => listener.close();
}
