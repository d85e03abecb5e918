import type { RootNode } from '@getodk/web-forms';
import { t } from '../language';
import type { Finding } from '../server';
import { questionAt } from './questions';

/** What is wrong with one answer, as the surveyor reads it; `nodeId` is there when the question is on the page. */
export interface ShownFinding {
  readonly nodeId: string | null;
  readonly label: string;
  readonly message: string;
  readonly got: string | null;
}

/** What the form itself finds wrong. */
export function violationFindings(root: RootNode): ShownFinding[] {
  return root.validationState.violations.map(({ nodeId, reference, violation }) => ({
    nodeId,
    label: labelAt(root, reference) ?? t('form.untitled'),
    message: violation.message?.asString ?? '',
    got: null,
  }));
}

/** What the server found wrong. */
export function serverFindings(root: RootNode, findings: readonly Finding[]): ShownFinding[] {
  return findings.map(({ item, label, message, got }) => ({
    nodeId: questionAt(root, item)?.nodeId ?? null,
    label: labelAt(root, item) ?? (label || t('form.untitled')),
    message,
    got: got || null,
  }));
}

/** Shows the question and puts the focus into it. */
export function jumpTo(nodeId: string): void {
  const question = document.getElementById(`${nodeId}_container`);
  question?.scrollIntoView({ block: 'center' });
  question?.querySelector<HTMLElement>('input, textarea, select, button, [tabindex="0"]')?.focus({ preventScroll: true });
}

function labelAt(root: RootNode, reference: string): string | undefined {
  return questionAt(root, reference)?.currentState.label?.asString;
}
