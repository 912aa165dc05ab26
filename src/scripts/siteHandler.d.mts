import type { RequestListener } from 'node:http';

export function siteHandler(options?: { encodings?: readonly ('br' | 'gzip')[] }): RequestListener;
