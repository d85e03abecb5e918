import { t } from '../language';
import type { Refusal, Trouble } from '../server';

/** Why an interview did not reach the server, in words. */
export function problemText(problem: Refusal | Trouble): string {
  switch (problem.kind) {
    case 'loginNeeded':
      return t('problem.login');
    case 'unreachable':
      return t('problem.unreachable');
    case 'serverTrouble':
      return t('problem.trouble', { status: problem.status });
    default:
      return refusalText(problem);
  }
}

export function refusalText(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'refused':
      return refusal.findings.length > 0
        ? t('findings.server', { n: refusal.findings.length })
        : t('problem.refused', { detail: refusal.detail });
    case 'conflict':
      return t('problem.conflict');
    case 'tooLarge':
      return t('problem.tooLarge');
    case 'forbidden':
      return refusal.detail ? t('problem.refused', { detail: refusal.detail }) : t('problem.forbidden');
  }
}
