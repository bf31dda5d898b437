import * as z from 'zod';

/** A moment as it travels: UTC, to the millisecond (RFC 3339). */
export const instant = z.iso.datetime().meta({ examples: ['2026-11-24T09:41:27.000Z'] });
