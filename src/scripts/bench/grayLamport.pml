/*
 * The abstract two-phase commit of Gray and Lamport, "Consensus on Transaction Commit" (ACM TODS 31(1), 2006), for Spin: the system of
 * grader/explore/grayLamportForTests.ts, step for step. To be compiled with -DMANAGERS=7 and the like, at most 8.
 *
 * Every step is a d_step from the head of a loop to the same place, so that processes have no control states that would make more worlds, and
 * sets of managers are bytes, so that Spin's worlds are small. Messages are a set that is never emptied: whether the manager decided is also whether
 * it said so.
 */
#define ALL ((1 << MANAGERS) - 1)
#define ME (1 << (_pid - 1))

/* Managers that are none of these are working. */
byte prepared, committed, aborted;
/* Messages, and those of them that the transaction manager has noted. */
byte sent, noted;

mtype = { undecided, commit, abort };
mtype decision = undecided;

active proctype transactionManager() {
  do
  :: d_step { decision == undecided && noted == ALL -> decision = commit }
  :: d_step { decision == undecided -> decision = abort }
  od
}

active [MANAGERS] proctype resourceManager() {
  do
  /* The transaction manager's step, written here because it is one step for each manager. */
  :: d_step { decision == undecided && (sent & ME) -> noted = noted | ME }
  :: d_step { !((prepared | committed | aborted) & ME) -> prepared = prepared | ME; sent = sent | ME }
  :: d_step { !((prepared | committed | aborted) & ME) -> aborted = aborted | ME; assert(!committed) }
  :: d_step { decision == commit -> prepared = prepared & ~ME; aborted = aborted & ~ME; committed = committed | ME; assert(!aborted) }
  :: d_step { decision == abort -> prepared = prepared & ~ME; committed = committed & ~ME; aborted = aborted | ME; assert(!committed) }
  od
}
