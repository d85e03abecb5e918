import { describe, expect, it } from 'vitest';
import type { SendOutcome } from '../server';
import type { Interview } from './interviews';
import { isExpired } from './queue';
import { afterAttempt, pauseAfter } from './queued';

const waiting: Interview = {
  id: 'uuid:1',
  surveyor: 'li',
  caseCode: null,
  link: null,
  wave: { year: 2025, title: { 'zh-CN': '', en: '' }, formId: 'literacy', version: '2025', formUrl: '' },
  state: 'waiting',
  name: null,
  instance: '<data/>',
  attachments: [],
  answered: 1,
  total: 1,
  changedAt: 0,
  attempts: 0,
  nextAttempt: 0,
  refusal: null,
};

describe('an attempt to send', () => {
  it('that is stored is over', () => {
    expect(afterAttempt(waiting, { kind: 'stored' }, 7)).toMatchObject({ state: 'sent', changedAt: 7, refusal: null });
  });

  it('that is refused keeps the answers and says why', () => {
    const refusals: SendOutcome[] = [
      { kind: 'refused', detail: 'x', findings: [] },
      { kind: 'conflict' },
      { kind: 'tooLarge' },
      { kind: 'forbidden', detail: '' },
    ];
    for (const refusal of refusals) {
      expect(afterAttempt(waiting, refusal, 7)).toMatchObject({ state: 'refused', instance: '<data/>', refusal });
    }
  });

  it('that finds no server waits, longer each time, and at most ten minutes', () => {
    const troubles: SendOutcome[] = [{ kind: 'unreachable' }, { kind: 'serverTrouble', status: 503 }];
    for (const trouble of troubles) {
      let interview = waiting;
      const pauses = Array.from({ length: 9 }, () => {
        interview = afterAttempt(interview, trouble, 0);
        return interview.nextAttempt / 1000;
      });
      expect(pauses).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
      expect(interview).toMatchObject({ state: 'waiting', instance: '<data/>' });
    }
    expect(pauseAfter(10_000)).toBe(600_000);
  });

  it('without a login changes nothing', () => {
    expect(afterAttempt(waiting, { kind: 'loginNeeded' }, 7)).toBe(waiting);
  });
});

it('forgets what was sent after a week, and nothing else', () => {
  const week = 7 * 24 * 3_600_000;
  const sent: Interview = { ...waiting, state: 'sent', changedAt: 0 };
  expect(isExpired(sent, week + 1)).toBe(true);
  expect(isExpired(sent, week)).toBe(false);
  for (const state of ['draft', 'waiting', 'refused'] as const) {
    expect(isExpired({ ...waiting, state }, week + 1)).toBe(false);
  }
});
