import { fetchCases, fetchOutcomes, type Fetched, type Outcome, type SurveyCase, type Surveyor } from '../server';
import type { Language } from '../language';
import { keepKnown, known } from './known';

/** Fetches the surveyor's own cases and the outcomes of contacts, for work without a network. */
export async function refreshCases(surveyor: Surveyor, language: Language): Promise<Fetched<unknown>> {
  await keepKnown(outcomesKey(language), await fetchOutcomes());
  return keepKnown(casesKey(surveyor), await fetchCases());
}

export async function knownCases(surveyor: Surveyor): Promise<readonly SurveyCase[]> {
  return (await known<readonly SurveyCase[]>(casesKey(surveyor)))?.value ?? [];
}

export async function knownOutcomes(language: Language): Promise<readonly Outcome[]> {
  const other = language === 'en' ? 'zh-CN' : 'en';
  const outcomes =
    (await known<readonly Outcome[]>(outcomesKey(language))) ?? (await known<readonly Outcome[]>(outcomesKey(other)));
  return outcomes?.value ?? [];
}

const casesKey = (surveyor: Surveyor) => `cases ${surveyor.username}`;
const outcomesKey = (language: Language) => `outcomes ${language}`;
