import { expect, test } from 'vitest';
import { pipelineCodec } from './pipelineCodec.ts';
import type { Pipeline } from './tmrPipeline.ts';

test.each<[string, Pipeline]>([
  ['single:V5', { mode: 'single', broken: ['V5'], isAlike: false }],
  ['triplicated:A1,A2:alike', { mode: 'triplicated', broken: ['A1', 'A2'], isAlike: true }],
  ['none:', { mode: 'none', broken: [], isAlike: false }],
])('%s is written and read again', (text, pipeline) => {
  expect(pipelineCodec.write(pipeline)).toBe(text);
  expect(pipelineCodec.read(text)).toEqual(pipeline);
});

test.each(['', 'five:V5', 'single:V10', 'single:V5:apart', 'single:V5:alike:more', 'single:,'])('"%s" is not read', (text) => {
  expect(pipelineCodec.read(text)).toBeUndefined();
});
