import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Client, Schemas } from './api/client.ts';
import type { Config } from './api/config.ts';
import type { Session } from './sign-in/session.ts';

/** What every screen has: who asks, of whom, and where the page lies. */
export interface InPage {
  config: Config;
  /** The page's own folder, empty at the root: addresses of screens begin with it. */
  base: string;
  session: Session;
  api: Client;
  caller: Schemas['Caller'];
}

const context = createContext<InPage | undefined>(undefined);

export const PageProvider = context.Provider;

export function useInPage(): InPage {
  const inPage = useContext(context);
  if (!inPage) throw new Error('A screen stands within the page.');
  return inPage;
}

/** Whether the reader may change things; the functions ask again. */
export function useMayEdit(): boolean {
  return useInPage().caller.role === 'editor';
}
