/** The part of `@getodk/web-forms` 0.22 (which ships no types) that the shell uses, with the seams of build/webFormsSeams.ts. */
declare module '@getodk/web-forms' {
  import type { DefineComponent, Plugin } from 'vue';

  export interface TextRange {
    readonly asString: string;
  }

  export interface FormLanguage {
    readonly language: string;
    readonly isSyntheticDefault?: true;
  }

  export interface FormNode {
    readonly nodeId: string;
    readonly nodeType: string;
    readonly currentState: {
      readonly reference: string;
      readonly relevant: boolean;
      readonly required: boolean;
      readonly readonly: boolean;
      readonly label: TextRange | null;
      readonly instanceValue?: string;
      readonly children: readonly FormNode[] | null;
    };
  }

  /** A question whose answer is a file. */
  export interface UploadNode extends FormNode {
    readonly currentState: FormNode['currentState'] & { readonly value?: File | null };
    readonly nodeOptions: { readonly media: { readonly accept: string; readonly type: string } };
    setValue(file: File | null): unknown;
  }

  export interface Violation {
    readonly nodeId: string;
    readonly reference: string;
    readonly violation: { readonly message: TextRange | null };
  }

  export interface InstancePayload {
    readonly status: 'ready' | 'pending';
    readonly data: readonly [FormData];
  }

  export interface RootNode extends FormNode {
    readonly languages: readonly FormLanguage[];
    readonly validationState: { readonly violations: readonly Violation[] };
    setLanguage(language: FormLanguage): void;
    prepareInstancePayload(options: { readonly payloadType: 'monolithic' }): Promise<InstancePayload>;
  }

  export interface OdkWebFormProps {
    readonly formXml: string;
    readonly fetchFormAttachment: (resource: URL) => Promise<Response>;
    readonly missingResourceBehavior?: 'BLANK' | 'ERROR';
    readonly trackDevice?: boolean;
    readonly editInstance?: { readonly draft: readonly [FormData] } | null;
  }

  export interface OdkWebFormExposed {
    readonly root: RootNode | null;
    readonly failure: Error | null;
    /** Emits `submit` when every answer is valid, else shows what is wrong at each question. */
    readonly send: () => void;
    readonly showErrors: (on: boolean) => void;
  }

  export const OdkWebForm: DefineComponent<OdkWebFormProps, OdkWebFormExposed>;
  export const webFormsPlugin: Plugin;
}
