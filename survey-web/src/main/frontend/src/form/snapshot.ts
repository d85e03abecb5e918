import type { InstancePayload, RootNode } from '@getodk/web-forms';
import type { Interview } from '../store/interviews';
import { progressOf } from './questions';

/** An interview as it stands in the form at one moment. */
export type Snapshot = Pick<Interview, 'id' | 'name' | 'instance' | 'attachments' | 'answered' | 'total'>;

const INSTANCE_PART = 'xml_submission_file';

export async function snapshotOf(root: RootNode): Promise<Snapshot> {
  return snapshotFrom(await root.prepareInstancePayload({ payloadType: 'monolithic' }), root);
}

export async function snapshotFrom(payload: InstancePayload, root: RootNode): Promise<Snapshot> {
  const parts = [...payload.data[0].entries()] as [string, File][];
  const instance = await parts.find(([name]) => name === INSTANCE_PART)![1].text();
  const attachments = parts.filter(([name]) => name !== INSTANCE_PART).map(([, file]) => file);
  const meta = new DOMParser().parseFromString(instance, 'application/xml');
  const id = textOf(meta, 'instanceID');
  if (id === null) throw new Error('the form gives its interviews no instanceID');
  const { answered, total } = progressOf(root);
  return { id, name: textOf(meta, 'instanceName'), instance, attachments, answered, total };
}

/** What the form library restores a draft from. */
export function draftData(draft: Pick<Interview, 'instance' | 'attachments'>): FormData {
  const data = new FormData();
  data.append(INSTANCE_PART, new File([draft.instance], `${INSTANCE_PART}.xml`, { type: 'text/xml' }));
  for (const file of draft.attachments) data.append(file.name, file, file.name);
  return data;
}

function textOf(instance: Document, name: string): string | null {
  return instance.getElementsByTagNameNS('*', name)[0]?.textContent || null;
}
