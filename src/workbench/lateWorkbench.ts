/** The workbench as lessons have it: it comes when the reader comes near it. A page of its own has the workbench itself. */
import { lateComponent } from '../lesson/lateComponent.tsx';

export const Workbench = lateComponent(async () => (await import('./Workbench.tsx')).Workbench);
