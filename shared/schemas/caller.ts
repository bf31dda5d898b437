import * as z from 'zod';
import { workspaceId } from './identifiers.ts';

export const role = z.enum(['viewer', 'editor']);
export type Role = z.infer<typeof role>;

/** Who is asking, taken from a verified token and from nothing else. */
export const caller = z
  .strictObject({
    subject: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^\p{Cc}\p{Cf}]+$/u)
      .meta({ examples: ['editor@demo'] }),
    workspace: workspaceId.meta({ examples: ['demo'] }),
    role: role.meta({ examples: ['editor'] }),
  })
  .meta({ id: 'Caller' });
export type Caller = z.infer<typeof caller>;
