/** The figures as lessons have them: each comes when the reader comes near it. */
import { lateComponent } from '../lesson/lateComponent.tsx';

export const BlockDiagram = lateComponent(async () => (await import('./BlockDiagram.tsx')).BlockDiagram);
export const BurstWords = lateComponent(async () => (await import('./BurstWords.tsx')).BurstWords);
export const FailureBoard = lateComponent(async () => (await import('./FailureBoard.tsx')).FailureBoard);
export const HalfSilence = lateComponent(async () => (await import('./HalfSilence.tsx')).HalfSilence);
export const HammingCircles = lateComponent(async () => (await import('./HammingCircles.tsx')).HammingCircles);
export const HammingWord = lateComponent(async () => (await import('./HammingWord.tsx')).HammingWord);
export const MajorityCurve = lateComponent(async () => (await import('./MajorityCurve.tsx')).MajorityCurve);
export const RetryLayers = lateComponent(async () => (await import('./RetryLayers.tsx')).RetryLayers);
export const RetryTimeline = lateComponent(async () => (await import('./RetryTimeline.tsx')).RetryTimeline);
export const SameCrash = lateComponent(async () => (await import('./SameCrash.tsx')).SameCrash);
export const ThreeReadings = lateComponent(async () => (await import('./ThreeReadings.tsx')).ThreeReadings);
export const TmrPipeline = lateComponent(async () => (await import('./TmrPipeline.tsx')).TmrPipeline);
export const TwoPhaseSteps = lateComponent(async () => (await import('./TwoPhaseSteps.tsx')).TwoPhaseSteps);
export const UptimeYear = lateComponent(async () => (await import('./UptimeYear.tsx')).UptimeYear);
export const WhoCanDecide = lateComponent(async () => (await import('./WhoCanDecide.tsx')).WhoCanDecide);
