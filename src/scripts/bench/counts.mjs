// What is printed, and the one thing that makes the bench fail: a count that is not what it must be.

/** Notes whether a count is right. Where it is not, the bench goes on and fails at its end. */
export function expectCount(what, found, expected) {
  if (found === expected) return;
  console.log(`  WRONG: ${what}: ${counted(found)}, where it must be ${counted(expected)}`);
  process.exitCode = 1;
}

/** 1,745,408. */
export function counted(number) {
  return Math.round(number).toLocaleString('en-US');
}

export function median(numbers) {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

/** A line about one thing that was timed several times, in milliseconds. */
export function timesRow(name, times, more = '') {
  const [least, most] = [Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0));
  console.log(`  ${name.padEnd(18)} median ${median(times).toFixed(0).padStart(5)}   ${least} to ${most} in ${times.length} ${more}`);
}

/** Lines in columns, numbers to the right and all that ends in letters to the left. The first line is the head. */
export function printTable(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const isNumeric = lines[0].map((_, column) => lines.slice(1).every((line) => /^([\d,.]+( %)?|)$/.test(line[column])));
  for (const line of lines) {
    const cells = line.map((cell, column) => (isNumeric[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column])));
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
}
