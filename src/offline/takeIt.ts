/** What a page says to the service worker that waits, once the learner wants the new version. */
export const TAKE_IT = 'faultline: take the new version';
