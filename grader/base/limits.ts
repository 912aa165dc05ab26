/**
 * Every number that bounds something, with its unit and its reason.
 *
 * An operation is what QuickJS counts: a turn of a loop, a call, a step back in a regular expression. It asks whether to go on once
 * in 10,000 of them, so budgets in operations are multiples of that; they do not depend on the speed of a machine.
 */

/** Bytes of a submission's source, as `faultline.d.ts` promises. */
export const MAX_SOURCE_BYTES = 256 * 1024;

/** Operations between two questions of QuickJS whether to go on: fixed when it was compiled. */
export const OPERATIONS_PER_INTERRUPT = 10_000;

/** Operations of one call of learner code, and of loading it: 20 times what the most wasteful right answer that we know of needs. */
export const MAX_CALL_OPERATIONS = 5_000_000;

/** Operations of all calls of one grading: reached after 5 runaway calls, which take 1 to 4 s; then the checks left are inconclusive. */
export const MAX_RUN_OPERATIONS = 25_000_000;

/** Characters of the name of a timer, and of a key of storage. */
export const MAX_NAME_CHARS = 10_000;

/** Effects of one handler call: far beyond any protocol of five processes. */
export const MAX_EFFECTS = 1_000;

/** Characters of all effects of one handler call, as they cross the border: some values of the largest size, or a thousand of a screenful. */
export const MAX_EFFECT_CHARS = 4_000_000;

/** Operations of all handler calls of one grading of a protocol: twice what the chattiest right answer that we know of needs, a dozen runaway calls. */
export const MAX_PROTOCOL_OPERATIONS = 60_000_000;

/**
 * Bytes of the sandbox's whole memory, a multiple of 64 KiB. It is the maximum of the WebAssembly memory, since QuickJS' own limit
 * does not see the sizes of blocks there. An answer needs less than 2 MiB above the 16 MiB that an empty sandbox has.
 */
export const MAX_SANDBOX_BYTES = 64 * 1024 * 1024;

/** Bytes of QuickJS' own stack, about 800 plain calls: the most that the host's stack in Chromium's workers bears. */
export const MAX_STACK_BYTES = 128 * 1024;

/** Levels of a value that crosses the border: far beyond any answer, far below what recursion in the host bears. */
export const MAX_DEPTH = 200;

/** Characters of the canonical text of one value that leaves the sandbox: a thousand times the largest answer. */
export const MAX_CROSSING_CHARS = 1_000_000;

/** Characters that a submission may print in one grading before its next step is stopped: a flood is a runaway too. */
export const MAX_PRINTED_CHARS = 200_000;

/**
 * Characters of the canonical texts of all that a submission prints in one grading. A value is cut where it is shown, but crosses the border
 * whole; 2 million characters take the host 50 ms.
 */
export const MAX_PRINTED_CROSSING_CHARS = 2_000_000;

/** Characters of what was printed that the report keeps, as `report.d.ts` promises. */
export const MAX_CONSOLE_CHARS = 4_000;

/** Characters of a value in a message: about five lines. */
export const MAX_SHOWN_CHARS = 400;

/** Characters of a value in a trace, as canonical text: two screens. */
export const MAX_TRACED_CHARS = 4_000;

/** Characters of an error's message that a report quotes: two lines. */
export const MAX_THROWN_CHARS = 200;

/** Brackets open at once in a source: ten times what people write, a quarter of what the parsers bear in Chromium's workers. */
export const MAX_NESTING = 200;

/** Tokens without a separator in a source: parsers recurse along chains such as `a + b + c`. */
export const MAX_STATEMENT_TOKENS = 1_000;

/** Diagnostics of one source: more than anybody mends before trying again. */
export const MAX_DIAGNOSTICS = 20;

/** Characters of the learner's own source that a message quotes: a module's name, not a module. */
export const MAX_QUOTED_CHARS = 60;

/** Known cases of a check that are called once more in another order: one that counts calls gives itself away in the first few. */
export const REPEATED_CASES = 40;

/** Generated cases of a check, unless it says otherwise: about 20 ms of calls. */
export const GENERATED_CASES = 200;

/**
 * Milliseconds after which the host gives a grading up (the dead-man's switch), counted anew whenever an exploration shows that it goes on. It
 * ends only what the budgets above cannot see, such as one built-in call that works for minutes.
 */
export const GRADING_LIMIT_MS = 8_000;

/** Messages that may arrive in one round once faults have stopped: as the contracts promise. */
export const MAX_ROUND_MESSAGES = 1_000;

/** Rounds that a run is carried on for once faults have stopped: as the contracts promise. */
export const MAX_ROUNDS = 200;

/** Distinct worlds of one scenario: ten times what a solution has. */
export const MAX_WORLDS = 1_500_000;

/** Bytes of the store of one scenario's worlds: a browser's tab bears a few times as much. */
export const MAX_WORLD_BYTES = 200_000_000;

/** Steps of one scenario, and as many more that carry its runs on: about 4 s. A solution needs a tenth of it. */
export const MAX_STEPS = 4_000_000;

/** Steps of all scenarios of one grading: about 8 s. */
export const MAX_GRADING_STEPS = 8_000_000;

/** Envelopes in all different mailboxes of one scenario, and what may come of them: some 100 MB. A protocol whose messages multiply has ever larger ones. */
export const MAX_NETWORK_ENTRIES = 3_000_000;

/** Events of a trace in a report, beyond which only a violation is added: what a person can follow. */
export const MAX_TRACE_EVENTS = 400;

/**
 * Worlds of a scenario that are looked at where some run is flooded by messages: such a program has worlds without end, and no promise is kept by
 * looking at more of them.
 */
export const MAX_FLOODED_WORLDS = 50_000;

/** Envelopes, as in MAX_NETWORK_ENTRIES, of such a scenario: of messages that multiply there are more in each world than in the one before. */
export const MAX_FLOODED_ENTRIES = 500_000;

/**
 * Characters of all handler calls of one grading, as they are remembered with what came of them: some 120 MB, and twice what the chattiest
 * right answer that we know of needs.
 */
export const MAX_REMEMBERED_CHARS = 48_000_000;

/**
 * Characters of all process states of one scenario, as texts: some 110 MB with the timers and fields themselves, and 4 s for a list that grows. Right
 * answers come to less than a tenth of it.
 */
export const MAX_STATE_CHARS = 16_000_000;

/**
 * Characters of the events of one grading beyond which a scenario begins without those of the scenarios before it: some 20 MB, ten times what the chattiest
 * right answer that we know of has. What it has forgotten it finds out anew.
 */
export const MAX_SHARED_CHARS = 5_000_000;

/** Handler calls of a grading that are made once more, to find state that is kept outside of instances: about 50 ms. */
export const REPEATED_CALLS = 400;

/** Of those, the calls that are also made in a module loaded anew: about 20 ms. */
export const REPEATED_ALONE = 48;

/** Characters of a source that are loaded anew for them in all: a longer one is loaded less often. */
export const MAX_RELOADED_CHARS = 500_000;

/** Operations that calls took which are made once more: of calls that take much, fewer are. */
export const REPEATED_OPERATIONS = 10_000_000;

/** Characters of the calls that are made once more: of calls that are about much, fewer are. Half a second. */
export const REPEATED_CHARS = 5_000_000;

/** Operations for making them: twice, with what loading takes, and tables that a source builds when they are first used. Twice what that can come to. */
export const REPEATING_OPERATIONS = 40_000_000;

/**
 * Transitions that are looked at to find which messages can still do anything: about 500 ms. Protocols of a few states need some hundred, one that
 * keeps what each of its peers said last some thousand.
 */
export const MAX_CLOSURE_CALLS = 8_000;

/** The same where an earlier scenario of the grading had more than that: such a program most likely counts without end. About 100 ms. */
export const MAX_CLOSURE_CALLS_AGAIN = 1_200;

/** Characters of the states that are met in doing so: a state that grows with every message would be tried in each of its sizes. */
export const MAX_CLOSURE_CHARS = 1_000_000;

/** Worlds below which a scenario is explored without looking first for messages that can do nothing any more. */
export const SMALL_WORLDS = 3_000;
