/** The numbers about parts that the lesson on dependability states, and how its diagram changes. Diagrams are written as in links. */
import { describe, expect, test } from 'vitest';
import {
  addedAfter,
  addedBeside,
  availabilityOfDiagram,
  moved,
  readDiagram,
  removed,
  withAvailability,
  withNeeded,
  writeDiagram,
  type Diagram,
} from './blockDiagram.ts';
import { DRAWINGS } from './blockDiagramLink.ts';
import { diagramSentence, diagramText, partName } from './blockDiagramSentence.ts';

function diagram(text: string): Diagram {
  const read = readDiagram(text);
  if (!read) throw new Error(`${text} is no diagram`);
  return read;
}

describe('availability', () => {
  test.each([
    ['three in series, 0.99 each', '3-3-3', 0.970299],
    ['two in parallel, 0.99 each', '33', 0.9999],
    ['three in parallel, 0.99 each', '333', 0.999999],
    ['three in parallel, 0.9 each', '111', 0.999],
    ['two of three, 0.9 each', '111k2', 0.972],
    ['three of three is series', '333k3', 0.970299],
    ['three of four, 0.9 each', '1111k3', 0.9477],
    ['a balancer, two web servers, a database', '5-33-4', 0.993906],
    ['with a third web server', '5-333-4', 0.994004],
    ['with a second database', '5-33-44', 0.998875],
    ['two disks and their controller', '3-33', 0.989901],
    ['five parts of five nines', '7-7-7-7-7', 0.99995],
  ])('%s: %s is %f', (_what, text, availability) => {
    expect(availabilityOfDiagram(diagram(text))).toBeCloseTo(availability, 6);
  });

  test('five parts of five nines are down 26 minutes a year, thirty 2.6 hours', () => {
    const five = availabilityOfDiagram(diagram('7-7-7-7-7'));

    expect(((1 - five) * 365 * 24 * 60).toFixed(0)).toBe('26');
    expect(five ** 6).toBeCloseTo(0.9997, 5);
    expect(((1 - five ** 6) * 365 * 24).toFixed(1)).toBe('2.6');
  });
});

describe('changes', () => {
  test('a part is added after another, or beside it, and is as good', () => {
    expect(writeDiagram(addedAfter(diagram('3-5'), 1))).toBe('3-3-5');
    expect(writeDiagram(addedBeside(diagram('3-5'), 2))).toBe('3-55');
  });

  test('there is an end to adding', () => {
    expect(writeDiagram(addedAfter(diagram('3-3-3-3-3-3'), 1))).toBe('3-3-3-3-3-3');
    expect(writeDiagram(addedBeside(diagram('3333'), 1))).toBe('3333');
  });

  test('a stage without parts goes, the last part stays', () => {
    expect(writeDiagram(removed(diagram('3-5'), 1))).toBe('5');
    expect(writeDiagram(removed(diagram('3'), 1))).toBe('3');
  });

  test('of two parts, not two of three are needed when one is removed', () => {
    expect(writeDiagram(removed(diagram('333k3'), 1))).toBe('33k2');
    expect(writeDiagram(removed(diagram('33k2'), 1))).toBe('3');
  });

  test('a part that goes on to the end visits every place', () => {
    const places = ['1-3-33'];
    let now = diagram('1-3-33');
    for (let step = 0; step < 6; step += 1) places.push(writeDiagram((now = moved(now, 1, 1))));

    expect(places).toEqual(['1-3-33', '31-33', '3-1-33', '3-331', '3-33-1', '3-33-1', '3-33-1']);
  });

  test('and back to the front', () => {
    const places: string[] = [];
    let now = diagram('3-33-1');
    for (let step = 0; step < 5; step += 1) places.push(writeDiagram((now = moved(now, 4, -1))));

    expect(places).toEqual(['3-331', '3-1-33', '31-33', '1-3-33', '1-3-33']);
  });

  test('a part gets better, and more parts of its stage are needed', () => {
    expect(writeDiagram(withAvailability(diagram('3-33'), 2, 0.999))).toBe('3-53');
    expect(writeDiagram(withNeeded(diagram('3-333'), 3, 2))).toBe('3-333k2');
    expect(writeDiagram(withNeeded(diagram('3-333'), 1, 2))).toBe('3-333');
  });
});

describe('links', () => {
  test.each(['3', '3-33-3', '111k2-7', '1234-5-6-7'])('%s is read as it was written', (text) => {
    expect(writeDiagram(diagram(text))).toBe(text);
  });

  test.each(['', '3-', '8', '33333', '33k3', '3-3-3-3-3-3-3', 'x', '3k0'])('“%s” is no diagram', (text) => {
    expect(readDiagram(text)).toBeUndefined();
  });
});

describe('what is said', () => {
  test('the whole, and its weakest stage', () => {
    expect(diagramSentence(diagram('5-33-4'))).toBe(
      'The whole is up with 0.9939056, and down for 2.22 days a year. It is never better than its weakest stage, D with 0.995.',
    );
  });

  test('where each part stands', () => {
    expect(diagramText(diagram('5-333k2-4'))).toBe('In series: A; then B, C, D beside each other, of which 2 must work; then E.');
  });

  test('parts after the 26th have names of their own', () => {
    expect([1, 26, 27, 53].map(partName)).toEqual(['A', 'Z', 'A2', 'A3']);
  });
});

describe('a drawing', () => {
  test('is read as it was written, its parts named from the front', () => {
    const drawing = { diagram: moved(diagram('3-33'), 1, 1), selected: 1 };

    expect(DRAWINGS.write(drawing)).toBe('333:3');
    expect(DRAWINGS.read('333:3')).toEqual({ diagram: diagram('333'), selected: 3 });
  });

  test.each(['3-3', '3-3:0', '3-3:3', '3-3:1:1', ':1'])('“%s” is none', (text) => {
    expect(DRAWINGS.read(text)).toBeUndefined();
  });
});
