import type { FormSource } from '../server';
import { announce } from './changes';
import { database } from './database';
import type { Queued } from './queued';

export type InterviewState = Queued['state'];

/** Whether what is on the screen is on the device too. */
export type Saving = 'saved' | 'saving' | 'full' | 'failed';

/** One interview on this device, `id` its instanceID, made by the form; a sent one keeps no answers, only that it was sent. */
export interface Interview extends Queued {
  readonly wave: FormSource;
  /** The case that it is the interview of, if any. */
  readonly caseCode: string | null;
  /** The token of the respondent's link that it is given by, if any. */
  readonly link: string | null;
  readonly name: string | null;
  /** Instance XML, byte for byte what is or will be sent. */
  readonly instance: string;
  readonly attachments: readonly File[];
  readonly answered: number;
  readonly total: number;
}

export async function allInterviews(): Promise<Interview[]> {
  const interviews = await (await database()).getAll('interview');
  return interviews.sort((a, b) => b.changedAt - a.changedAt);
}

export async function interviewById(id: string): Promise<Interview | undefined> {
  return (await database()).get('interview', id);
}

/** The interview that was begun by a respondent's link on this device. */
export async function interviewByLink(link: string): Promise<Interview | undefined> {
  return (await allInterviews()).find((each) => each.link === link);
}

/** Stores an interview; resolves once it is on the disk, rejects with `QuotaExceededError` when the storage is full. */
export async function keep(interview: Interview): Promise<void> {
  const record: Interview = interview.state === 'sent' ? { ...interview, instance: '', attachments: [] } : interview;
  const transaction = (await database()).transaction('interview', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.put(record), transaction.done]);
  announce();
}

export async function forget(id: string): Promise<void> {
  await (await database()).delete('interview', id);
  announce();
}
