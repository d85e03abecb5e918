import { shallowRef, type App } from 'vue';

/** What went wrong that no page has words for: a browser that keeps nothing, a defect. */
export const fault = shallowRef<string>();

export function showFaults(app: App): void {
  app.config.errorHandler = report;
  addEventListener('unhandledrejection', (event) => report(event.reason));
}

function report(cause: unknown): void {
  fault.value = String(cause);
  console.error(cause);
}
