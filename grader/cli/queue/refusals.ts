/** What a Redis answers that is there but takes no work, said once: it may be out of memory, a replica that nothing can be written to, or locked. */

/** Characters of an answer: the reason comes first, which script it was after it. */
const MAX_REASON_CHARS = 120;

/** Answers what to do with an error of the queue. That Redis is away is not told here. */
export function newRefusalTeller(host: string, say: (text: string) => void): (error: unknown) => void {
  let said: string | undefined;
  return (error) => {
    if (!(error instanceof Error) || error.name !== 'ReplyError') return;
    const [reason = ''] = error.message.replace(/ script: .*$/s, '').split('\n', 1);
    if (reason === said) return;
    said = reason;
    say(`The queue at ${host} refuses work and is tried again and again: ${reason.slice(0, MAX_REASON_CHARS)}`);
  };
}
