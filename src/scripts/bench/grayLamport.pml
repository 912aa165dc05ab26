/*
 * The abstract two-phase commit of Gray and Lamport, "Consensus on Transaction Commit" (ACM TODS 31(1), 2006), for Spin: the system of
 * grader/explore/grayLamportForTests.ts step by step, so that worlds and steps are the same in number. -DMANAGERS=7 or 8 says how many resource managers.
 *
 * Written to be fast in Spin. As in the paper there is one process: with one for each manager a world takes nearly four times the bytes
 * and the search half as long again. Every step is a d_step from the head of the loop to its head, so no control state makes two worlds of one.
 * The managers' states are an array and not sets in bytes like the others, because Spin's hash of a few bytes is poor: it met some hundred times as many conflicts.
 */
mtype = { working, prepared, committed, aborted, undecided };

mtype state[MANAGERS] = working;
/* The managers that sent Prepared and of which the transaction manager noted it. Messages are never taken away. */
byte sent, noted;
/* What the transaction manager decided, and so also which message it sent. */
mtype decision = undecided;
/* Which of the two some manager has reached: no manager leaves one, so this makes no more worlds. */
bool someCommitted, someAborted;

#define ALL ((1 << MANAGERS) - 1)
#define HAS(set, i) (set & (1 << i))

#define COMMIT(i) state[i] = committed; someCommitted = true; assert(!someAborted)
#define ABORT(i) state[i] = aborted; someAborted = true; assert(!someCommitted)

#define MANAGER(i) \
  :: d_step { decision == undecided && HAS(sent, i) -> noted = noted | (1 << i) } \
  :: d_step { state[i] == working -> state[i] = prepared; sent = sent | (1 << i) } \
  :: d_step { state[i] == working -> ABORT(i) } \
  :: d_step { decision == committed -> COMMIT(i) } \
  :: d_step { decision == aborted -> ABORT(i) }

active proctype system() {
  do
  :: d_step { decision == undecided && noted == ALL -> decision = committed }
  :: d_step { decision == undecided -> decision = aborted }
  MANAGER(0)
  MANAGER(1)
  MANAGER(2)
  MANAGER(3)
  MANAGER(4)
  MANAGER(5)
  MANAGER(6)
#if MANAGERS == 8
  MANAGER(7)
#endif
  od
}
