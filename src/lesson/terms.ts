/**
 * The terms of the course: each with the lesson that introduces it and one sentence that says what it means. By lesson, in the order of
 * the course; within a lesson, in the order in which it introduces them.
 */
export interface TermEntry {
  /** As the lesson that introduces it writes it, in bold. */
  readonly name: string;
  /** Slug of the lesson that introduces it. */
  readonly lesson: string;
  /** One sentence. */
  readonly means: string;
}

export const TERMS: Readonly<Record<string, TermEntry>> = {
  'partial-failure': {
    name: 'partial failure',
    lesson: 'partial-failure',
    means: 'Some of a system works while some of it does not, and the parts that work need not know which.',
  },
  'total-failure': {
    name: 'total failure',
    lesson: 'partial-failure',
    means: 'Everything stops at once, those who could have noticed included.',
  },
  'fault-tolerant': {
    name: 'fault tolerant',
    lesson: 'partial-failure',
    means: 'It keeps its promises although there are faults in it.',
  },
  fault: {
    name: 'fault',
    lesson: 'partial-failure',
    means: 'The cause of an error: a broken wire, a wrong line of code.',
  },
  error: {
    name: 'error',
    lesson: 'partial-failure',
    means: 'A part of the state that is wrong and can lead to a failure.',
  },
  failure: {
    name: 'failure',
    lesson: 'partial-failure',
    means: 'The service that others see departs from what was promised.',
  },
  'dormant-fault': {
    name: 'dormant',
    lesson: 'partial-failure',
    means: 'A fault is dormant as long as it has caused no error yet.',
  },
  'transient-fault': {
    name: 'transient fault',
    lesson: 'partial-failure',
    means: 'It occurs once and is gone.',
  },
  'intermittent-fault': {
    name: 'intermittent fault',
    lesson: 'partial-failure',
    means: 'It comes, goes on its own, and comes again.',
  },
  'permanent-fault': {
    name: 'permanent fault',
    lesson: 'partial-failure',
    means: 'It stays until somebody removes it.',
  },
  mttf: {
    name: 'MTTF',
    lesson: 'dependability',
    means: 'Mean time to failure: how long it works on average, from the end of a repair to the next failure.',
  },
  mttr: {
    name: 'MTTR',
    lesson: 'dependability',
    means: 'Mean time to repair: how long it is down on average, until it works again.',
  },
  availability: {
    name: 'availability',
    lesson: 'dependability',
    means: 'The probability of working at a given instant; in the long run MTTF / (MTTF + MTTR).',
  },
  reliability: {
    name: 'reliability',
    lesson: 'dependability',
    means: 'The probability of working without any failure during a whole interval.',
  },
  safety: {
    name: 'safety',
    lesson: 'dependability',
    means: 'When the system fails to work correctly for a while, no catastrophe follows.',
  },
  maintainability: {
    name: 'maintainability',
    lesson: 'dependability',
    means: 'How easily a system that has failed can be repaired.',
  },
  dependable: {
    name: 'dependable',
    lesson: 'dependability',
    means: 'Deserving the trust that is put in it; availability, reliability, safety and maintainability are some of its attributes.',
  },
  'in-series': {
    name: 'in series',
    lesson: 'dependability',
    means: 'Parts that are all needed: their availabilities multiply.',
  },
  'in-parallel': {
    name: 'in parallel',
    lesson: 'dependability',
    means: 'Parts of which one is enough: what they lack multiplies.',
  },
  'k-of-n': {
    name: 'k of n',
    lesson: 'dependability',
    means: 'At least k of the n parts must work.',
  },
  'failure-model': {
    name: 'failure model',
    lesson: 'failure-models',
    means: 'Which kinds of failure can happen, in terms of what others see.',
  },
  'crash-failure': {
    name: 'crash failure',
    lesson: 'failure-models',
    means: 'A server works rightly until it halts, and is never heard of again.',
  },
  'omission-failure': {
    name: 'omission failure',
    lesson: 'failure-models',
    means: 'A server does not answer some of the requests.',
  },
  'receive-omission': {
    name: 'receive omission',
    lesson: 'failure-models',
    means: 'A request is never taken in, so nothing is done for it.',
  },
  'send-omission': {
    name: 'send omission',
    lesson: 'failure-models',
    means: 'The work is done, and its reply is not sent.',
  },
  'timing-failure': {
    name: 'timing failure',
    lesson: 'failure-models',
    means: 'A reply comes outside the interval of time that was agreed, too early or too late.',
  },
  'response-failure': {
    name: 'response failure',
    lesson: 'failure-models',
    means: 'A server answers in time, but wrongly: with a wrong value or after a wrong step.',
  },
  'value-failure': {
    name: 'value failure',
    lesson: 'failure-models',
    means: 'A reply has a wrong value, the same for all who see it.',
  },
  'state-transition-failure': {
    name: 'state-transition failure',
    lesson: 'failure-models',
    means: 'A server takes a step from one state to another that it must not take.',
  },
  'arbitrary-failure': {
    name: 'arbitrary failure',
    lesson: 'failure-models',
    means: 'A server does anything, at any time, and may tell different things to different observers; also called Byzantine.',
  },
  'fail-stop': {
    name: 'fail-stop',
    lesson: 'failure-models',
    means: 'A server has halted, and everybody can find that out for certain.',
  },
  'fail-noisy': {
    name: 'fail-noisy',
    lesson: 'failure-models',
    means: 'A server has halted, and others find out in the end, perhaps after false alarms.',
  },
  'fail-silent': {
    name: 'fail-silent',
    lesson: 'failure-models',
    means: 'A server has halted, and nobody can tell that from its being slow.',
  },
  'fail-safe': {
    name: 'fail-safe',
    lesson: 'failure-models',
    means: 'A server may put out anything, but everybody can see that it is junk.',
  },
  'fail-arbitrary': {
    name: 'fail-arbitrary',
    lesson: 'failure-models',
    means: 'A server may put out anything, and some of it looks right.',
  },
  mask: {
    name: 'mask',
    lesson: 'information-redundancy',
    means: 'To mask a fault is to keep it from those whom you serve: they go on as if it had not happened.',
  },
  'information-redundancy': {
    name: 'information redundancy',
    lesson: 'information-redundancy',
    means: 'Bits that follow from the others are sent or stored with them, so that a wrong bit can be found or mended.',
  },
  'parity-bit': {
    name: 'parity bit',
    lesson: 'information-redundancy',
    means: 'A bit chosen so that the number of ones among the bits it watches, itself included, is even.',
  },
  syndrome: {
    name: 'syndrome',
    lesson: 'information-redundancy',
    means: 'The parities that a receiver computes again, written as one binary number: in a Hamming code, the address of a single error.',
  },
  secded: {
    name: 'SECDED',
    lesson: 'information-redundancy',
    means:
      'Single error correction, double error detection: what a Hamming code does once a bit for the parity of the whole word is added.',
  },
  burst: {
    name: 'burst',
    lesson: 'information-redundancy',
    means: 'An error that spoils several neighbouring bits at once.',
  },
  interleaving: {
    name: 'interleaving',
    lesson: 'information-redundancy',
    means: 'Several words are sent column by column, so that a burst takes only a few bits of each.',
  },
  'time-redundancy': {
    name: 'time redundancy',
    lesson: 'time-redundancy',
    means: 'An action is done, and if it fails is done again.',
  },
  backoff: {
    name: 'backoff',
    lesson: 'time-redundancy',
    means: 'The rule that says how long to wait before the next attempt.',
  },
  'exponential-backoff': {
    name: 'exponential backoff',
    lesson: 'time-redundancy',
    means: 'Each wait is twice as long as the one before, up to a limit.',
  },
  jitter: {
    name: 'jitter',
    lesson: 'time-redundancy',
    means: 'Waits are made random, so that clients that failed together do not come back together.',
  },
  transaction: {
    name: 'transaction',
    lesson: 'time-redundancy',
    means: 'All of its actions are done, or it is aborted and everything is as before.',
  },
  idempotent: {
    name: 'idempotent',
    lesson: 'time-redundancy',
    means: 'An operation is idempotent if doing it twice has the same effect as doing it once.',
  },
  'retry-amplification': {
    name: 'retry amplification',
    lesson: 'time-redundancy',
    means: 'The attempts of layers that call each other multiply, so that one request becomes many at the bottom.',
  },
  'physical-redundancy': {
    name: 'physical redundancy',
    lesson: 'physical-redundancy',
    means: 'Extra equipment, or extra processes that do the same work, so that the loss of some can be borne.',
  },
  voter: {
    name: 'voter',
    lesson: 'physical-redundancy',
    means: 'A part that takes several inputs and gives the value that a majority of them have.',
  },
  'triple-modular-redundancy': {
    name: 'triple modular redundancy',
    lesson: 'physical-redundancy',
    means: 'Every module is there three times, and behind every stage three voters mask what one of them gives wrong.',
  },
  'mid-value-selection': {
    name: 'mid-value selection',
    lesson: 'physical-redundancy',
    means: 'Of several readings in order of size, the middle one is taken, so that a single wrong one cannot move the result far.',
  },
  'common-mode-fault': {
    name: 'common-mode fault',
    lesson: 'physical-redundancy',
    means: 'One cause that strikes several copies at once, so that they fail together and may even agree.',
  },
  'design-diversity': {
    name: 'design diversity',
    lesson: 'physical-redundancy',
    means: 'Copies that do the same are built differently, so that they do not share every fault.',
  },
  atomicity: {
    name: 'atomicity',
    lesson: 'two-phase-commit',
    means: 'Either all members of a group carry out an operation, or none of them does.',
  },
  'distributed-commit': {
    name: 'distributed commit protocol',
    lesson: 'two-phase-commit',
    means: 'A protocol by which several machines all carry out an operation, or all drop it, also when some of them fail.',
  },
  commit: {
    name: 'commit',
    lesson: 'two-phase-commit',
    means: 'To carry an operation out for good.',
  },
  abort: {
    name: 'abort',
    lesson: 'two-phase-commit',
    means: 'To drop an operation and leave no trace of it.',
  },
  'one-phase-commit': {
    name: 'one-phase commit',
    lesson: 'two-phase-commit',
    means: 'The coordinator tells every participant to commit; one that is unable has no way to say so.',
  },
  'two-phase-commit': {
    name: 'two-phase commit',
    lesson: 'two-phase-commit',
    means: 'The coordinator first collects a vote of every participant, and tells them to commit only if all voted so.',
  },
  ready: {
    name: 'READY',
    lesson: 'two-phase-commit',
    means: 'The state of a participant that has voted commit and has not heard the decision: it may no longer abort on its own.',
  },
  'stable-storage': {
    name: 'stable storage',
    lesson: 'two-phase-commit',
    means: 'What a process finds again when it recovers from a crash.',
  },
  'commit-point': {
    name: 'commit point',
    lesson: 'two-phase-commit',
    means: 'The moment from which no crash can lead to abort: in two-phase commit, when the decision is in the log of the coordinator.',
  },
  'forced-write': {
    name: 'forced write',
    lesson: 'two-phase-commit',
    means: 'A record that has to be on the disk before the process goes on.',
  },
  blocked: {
    name: 'blocked',
    lesson: 'commit-recovery',
    means: 'A blocked process cannot decide until something that has failed is repaired.',
  },
  liveness: {
    name: 'liveness',
    lesson: 'commit-recovery',
    means: 'What is wanted happens in the end.',
  },
  'cooperative-termination': {
    name: 'cooperative termination',
    lesson: 'commit-recovery',
    means: 'A participant that waits in vain for the decision asks the other participants for it.',
  },
  'heuristic-decision': {
    name: 'heuristic decision',
    lesson: 'commit-recovery',
    means: 'An operator makes a READY participant commit or abort by hand, without knowing the decision.',
  },
  'three-phase-commit': {
    name: 'three-phase commit',
    lesson: 'three-phase-commit',
    means: 'Two-phase commit with a round in between that announces the commit, so that survivors of fail-stop crashes are never blocked.',
  },
  precommit: {
    name: 'PRECOMMIT',
    lesson: 'three-phase-commit',
    means: 'The state of a process that knows that every participant has voted commit, and that commit is announced.',
  },
};

/** @throws Error for an id that there is not. */
export function termOf(id: string): TermEntry {
  const entry = Object.hasOwn(TERMS, id) ? TERMS[id] : undefined;
  if (!entry) throw new Error(`<Term id="${id}">: there is no such term. Add it to src/lesson/terms.ts, or mend the id.`);
  return entry;
}
