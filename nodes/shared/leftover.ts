const missing =
	/undefined|(?<![\p{L}\p{M}])(?:null|NaN)+(?![\p{L}\p{M}])|Invalid Date(?:Time)?|\[object \w+\]/u;

/**
 * What JavaScript writes where an expression adds something that is not there to a text:
 * `kyc-undefined`, `Asha null`. `null` and `NaN` count as words only, since names hold them.
 */
export const leftoverIn = (text: string): string | undefined => missing.exec(text)?.[0];

/** What is wrong with a text that contains one, to follow the name of its field. */
export const holdsLeftover = (leftover: string): string =>
	`contains '${leftover}', which an expression leaves where a value is missing`;
