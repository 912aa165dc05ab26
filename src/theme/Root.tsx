/** What stands around every page and stays when another one is opened. */
import type { ReactNode } from 'react';
import { useEarlyDeeds } from '../lesson/earlyDeeds.ts';
import { OfflineNotice } from '../offline/OfflineNotice.tsx';

export default function Root({ children }: { readonly children: ReactNode }) {
  useEarlyDeeds();
  return (
    <>
      {children}
      <OfflineNotice />
    </>
  );
}
