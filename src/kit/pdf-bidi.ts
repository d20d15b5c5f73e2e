import bidiFactory from 'bidi-js';

/** Which way each letter goes (Unicode Standard Annex 9). */
export const bidi = bidiFactory();
