/** Between the parts of a date: `2nd of February` */
export const isOrdinal = (word: string): boolean => /^(st|nd|rd|th|of)$/.test(word);

const names = /^(?:birth|born|dob|date|day|month|year|dd|mm|yy|of|number|value)+s?$/;
const fillers = new Set('d m y a and as at for in is on the to was with'.split(' '));

/** A word that names a part of a date, or leads to it: `dob`, `birthMonth`, `yyyy`, `in the`. */
export const isDateWord = (word: string): boolean => names.test(word) || fillers.has(word);

/** Signs next to such a word, as in indented JSON: `28",` and then `"month": "2` in the next line */
export const widestGapAtWord = 24;
