/** The transaction as the front page has it: the page is there first. */
import { lateComponent } from '../lesson/lateComponent.tsx';

export const CrashTransaction = lateComponent(async () => (await import('./CrashTransaction.tsx')).CrashTransaction);
