import * as z from 'zod';
import { type Answer, type Call, readJson } from '../http/call.ts';
import { GoogleRefusal } from '../http/google-refusal.ts';
import { fault, type Faults } from './faults.ts';

/** `POST /faults`: the next answers of one operation are to be this one. */
export function addFault(faults: Faults, call: Call): Answer {
  const given = fault.safeParse(readJson(call, z.unknown()));
  if (given.success) return { status: 201, body: faults.add(given.data) };
  const errors = given.error.issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part)}`).join(''),
    detail: message,
  }));
  const detail =
    'The fault was not taken; see errors. An example: {"operation":"jobs.insert","status":503}.';
  throw new GoogleRefusal(400, { title: 'Not a fault', status: 400, detail, errors }, detail);
}

export function listFaults(faults: Faults): Answer {
  return { body: { faults: faults.list() } };
}

export function forgetFaults(faults: Faults): Answer {
  faults.clear();
  return { status: 204 };
}
