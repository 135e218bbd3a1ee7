const missing =
	/undefined|(?<![\p{L}\p{M}])(?:null|NaN)+(?![\p{L}\p{M}])|Invalid Date(?:Time)?|\[object \w+\]/u;

/**
 * What JavaScript writes where an expression adds something that is not there to a text:
 * `kyc-undefined`, `Asha null`. `null` and `NaN` count as words only, since names hold them.
 */
export const leftoverIn = (text: string): string | undefined => missing.exec(text)?.[0];
