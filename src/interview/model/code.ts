const CODE = /^[A-Za-zÅÄÖåäö0-9-]{2,20}$/;
/**
 * A personal identity number or coordination number (day + 60), with or without century and hyphen, anywhere in the
 * text: no field here may hold one (domain.md 3).
 */
const IDENTITY = /(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[1278]\d|[39][01]|6[1-9])[-+]?\d{4}/;

/** Why this can't be a participant's code. A digit must be there, so that a first name is not taken for a code. */
export function codeProblem(code: string): 'bad' | 'identity' | null {
  if (IDENTITY.test(code)) return 'identity';
  return CODE.test(code) && /\d/.test(code) ? null : 'bad';
}
