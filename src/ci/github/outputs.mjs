// Writes the outputs of the action: node outputs.mjs RESULTS "ID ID", where RESULTS holds report.json and exercises.json.
// The exit code is 1 where something did not pass or was not handed in.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [results = '.', wanted = ''] = process.argv.slice(2);
const read = (name) => JSON.parse(readFileSync(join(results, name), 'utf8'));
const reports = read('report.json');
const exercises = read('exercises.json');

const graded = new Set(reports.map((report) => report.exercise));
const missing = wanted.split(/[\s,]+/).filter((id) => id !== '' && !graded.has(id));
const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);
const missed = missing.map((id) => {
  const exercise = exercises.find((one) => one.id === id);
  console.error(
    exercise ? `${id}.ts is missing: it counts as 0 of ${exercise.points} points.` : `No exercise is called ${JSON.stringify(id)}.`,
  );
  return exercise?.points ?? 0;
});
const passed = missing.length === 0 && reports.every((report) => report.verdict === 'passed');

console.log(`score=${sum(reports.map((report) => report.score))}`);
console.log(`max-score=${sum(reports.map((report) => report.maxScore)) + sum(missed)}`);
console.log(`passed=${passed}`);
console.log(`report=${join(results, 'report.json')}`);
console.log(`junit=${join(results, 'junit.xml')}`);
process.exitCode = passed ? 0 : 1;
