/** What stands around every page and stays when another one is opened. */
import { useEffect, type ReactNode } from 'react';
import { repeatEarlyDeeds } from '../lesson/earlyDeeds.ts';
import { OfflineNotice } from '../offline/OfflineNotice.tsx';

export default function Root({ children }: { readonly children: ReactNode }) {
  // Effects of what is inside come first, so everything listens by now.
  useEffect(repeatEarlyDeeds, []);
  return (
    <>
      {children}
      <OfflineNotice />
    </>
  );
}
