import { randomBytes } from 'node:crypto';
import { notFound } from '../http/google-refusal.ts';

/** An upload in parts: what to do with it, and what has arrived. */
export interface UploadSession {
  id: string;
  /** Who began it; nobody else goes on with it. */
  email: string;
  metadata: Buffer;
  received: Buffer;
}

export interface UploadSessions {
  begin(email: string, metadata: Buffer): UploadSession;
  find(id: string, email: string): UploadSession;
  end(session: UploadSession): void;
}

const mostSessions = 50;

export function createUploadSessions(): UploadSessions {
  const sessions = new Map<string, UploadSession>();
  return {
    begin(email, metadata) {
      const id = randomBytes(24).toString('base64url');
      const session = { id, email, metadata, received: Buffer.alloc(0) };
      sessions.set(id, session);
      const [oldest] = sessions.keys();
      if (sessions.size > mostSessions && oldest !== undefined) sessions.delete(oldest);
      return session;
    },
    find(id, email) {
      const found = sessions.get(id);
      if (found?.email !== email) throw notFound(`Upload ${id.slice(0, 100)}`);
      return found;
    },
    end({ id }) {
      sessions.delete(id);
    },
  };
}
