/**
 * How one kind of personal value is masked: text in, text out. A masked value masks to itself.
 * Anything a mask does not recognise becomes the free-text mask.
 */
export type Mask = (text: string) => string;

const starred = '***';

export const text: Mask = () => starred;

/** `Asha Rao` to `A. R.`; the relation in `S/O: Ravi Rao` is an initial too. */
export const name: Mask = (value) => {
	const initials = value.split(/\s+/).map((word) => /\p{L}/u.exec(word)?.[0]);
	const known = initials.filter((initial) => initial !== undefined);
	return known.length === 0 ? starred : known.map((initial) => `${initial}.`).join(' ');
};

/** Keeps the year and the order of the parts: `02-02-1995` to `**-**-1995`, ISO to `1995-**-**`. */
export const date: Mask = (value) => {
	const yearLast = /^[\d*]{1,2}([-/.])[\d*]{1,2}\1(\d{4})$/.exec(value);
	if (yearLast) return `**${yearLast[1]}**${yearLast[1]}${yearLast[2]}`;
	const yearFirst = /^(\d{4})([-/.])[\d*]{1,2}\2[\d*]{1,2}([T ].*)?$/.exec(value);
	return yearFirst ? `${yearFirst[1]}${yearFirst[2]}**${yearFirst[2]}**` : starred;
};

/** `581115` to `581***`. */
export const pinCode: Mask = (value) =>
	/^\d{3}[\d*]{3}$/.test(value) ? `${value.slice(0, 3)}***` : starred;

/** `+91 99887 76655` to `+** ***** ***55`. */
export const phone: Mask = (value) =>
	/^(?:[\s()+.-]*[\d*]){6,}$/.test(value) ? value.replace(/\d(?=(?:\D*\d){2})/g, '*') : starred;

/** `asha.rao@example.com` to `a***@example.com`. */
export const email: Mask = (value) => {
	const parts = /^(.).*@([^@\s]+)$/su.exec(value);
	return parts ? `${parts[1]}***@${parts[2]}` : starred;
};

/** A presigned address opens what it points to, and a host may name a person: nothing of it stays. */
export const url: Mask = (value) => (/^https?:\/\//i.test(value) ? 'https://***' : starred);

/** The only Aadhaar detail that is not personal: stays, as long as it is made like a time. */
export const time: Mask = (value) => (/^[\d\s:.TZ+-]+$/.test(value) ? value : starred);
