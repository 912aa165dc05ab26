import type { Diagnostic } from '../base/report.ts';
import type { StylePaint } from './ansi.ts';

/** Why a source could not be graded, with the place as editors make it a link: `answers/hamming.ts:3:8  E_IMPORT`. */
export function diagnosticLines({ code, message, line, column }: Diagnostic, file: string, paint: StylePaint): string[] {
  const place = line === undefined ? file : `${file}:${line}:${column ?? 1}`;
  return [`${place}  ${paint('bad', code)}`, `  ${message}`];
}
