import type { WordKey } from '../language';
import type { SurveyCase } from '../server';
import type { Interview } from '../store/interviews';

/** How a case stands, as the surveyor needs to know it: what this device holds counts before the server has it. */
export interface CaseState {
  readonly key: WordKey;
  readonly isOver: boolean;
}

const DONE: CaseState = { key: 'case.done', isOver: true };
const CLOSED: CaseState = { key: 'case.closed', isOver: true };
const OPEN: CaseState = { key: 'case.open', isOver: false };
const ON_DEVICE: Record<Interview['state'], CaseState> = {
  refused: { key: 'case.refused', isOver: false },
  draft: { key: 'case.draft', isOver: false },
  waiting: { key: 'case.waiting', isOver: true },
  sent: DONE,
};

export function caseState({ code, year, status }: SurveyCase, interviews: readonly Interview[]): CaseState {
  const states = interviews
    .filter((interview) => interview.caseCode === code && interview.wave.year === year)
    .map((interview) => interview.state);
  const onDevice = (['refused', 'draft', 'waiting', 'sent'] as const).find((state) => states.includes(state));
  if (onDevice !== undefined) return ON_DEVICE[onDevice];
  return status === 'DONE' ? DONE : status === 'CLOSED' ? CLOSED : OPEN;
}

export function placeOf({ town, townName, psu, psuName, address }: SurveyCase): string {
  return [townName ?? town, psuName ?? psu, address].filter(Boolean).join(' ');
}
