import { expect, test } from 'vitest';
import { stepLines } from './stepWords.ts';
import { traceFrom } from './traceForTests.ts';

test('numbers what the scheduler chose, with what followed from it', () => {
  const trace = traceFrom(`
    client  start
    client  send       1 server PING
    client  send       2 server PING
    server  lose       1
    server  receive    2
    server  send       3 client PONG
    server  crash
    client  receive    3
    client  violation  quiet The client got an answer.
  `);

  expect(stepLines(trace)).toEqual([
    '1  client starts',
    '   client sends PING to server',
    '   client sends PING to server',
    '2  PING from client to server is lost',
    '3  server receives PING from client',
    '   server sends PONG to client',
    '4  server crashes',
    '5  client receives PONG from server',
    '   quiet is broken: The client got an answer.',
  ]);
});

test('an adversary that speaks up takes a step', () => {
  const trace = traceFrom(`
    client  start
    liar    send  1 client YES
    client  receive  1
    liar    send  2 client NO
  `);

  expect(stepLines(trace).map((line) => line.slice(0, 2).trim())).toEqual(['1', '2', '3', '4']);
});

test('where a clock runs, what is lost when it is sent is no step of its own', () => {
  const trace = traceFrom(`
    @5  client  timer  beat
    client  send    1 server BEAT
    server  lose    1
    client  send    2 server BEAT
    @9  server  lose    2
  `);

  expect(stepLines(trace).map((line) => line.slice(0, 2).trim())).toEqual(['1', '', '', '', '2']);
});
