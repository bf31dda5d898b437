import type { Limits } from '../../shared/limits/limits.ts';

/** Limits as a deployment is told them: `uploadsAMinute` is `LIMIT_UPLOADS_A_MINUTE`. */
export const limitVariables = (limits: Limits): Record<string, string> =>
  Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => [
      `LIMIT_${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      String(limit),
    ]),
  );
