import fc from 'fast-check';
import { tryToParseDateTime } from 'n8n-workflow';
import { dateOfBirth, utcTime } from '../../../../nodes/CashfreeVkyc/validation/dates';
import { fieldErrorFor, refusalOf } from './itemFields';
import { anyDay, anyZone, beginOf, dayOfZones, writers } from './zones';

const fieldError = fieldErrorFor('Date');
const now = Date.UTC(2026, 10, 23);
const birth = (value: unknown, zone: string) => dateOfBirth(value, zone, fieldError, now);
const runs = { numRuns: 200 };
const unsure = "'Date' is a point in time, so the day is not certain [item 7]";

function birthOrRefusal(value: unknown, zone: string): string {
	try {
		return birth(value, zone);
	} catch {
		return refusalOf(() => birth(value, zone)).message;
	}
}

describe('no day is shifted', () => {
	it('that is written without a time zone, in whatever zone the workflow is', () => {
		const times = fc.constantFrom('', 'T00:00:00', ' 00:00:00', 'T12:30:00', 'T23:59:59.999');
		fc.assert(
			fc.property(anyDay, anyZone, times, (day, zone, atTime) => {
				expect(birth(day.iso + atTime, zone)).toBe(day.dayFirst);
				expect(birth(day.dayFirst, zone)).toBe(day.dayFirst);
			}),
			runs,
		);
	});

	it('that stands for a time, which is then that day in UTC', () => {
		fc.assert(
			fc.property(anyDay, anyZone, (day, zone) => {
				expect(utcTime(day.iso, zone, fieldError)).toBe(`${day.iso}T00:00:00Z`);
				expect(utcTime(day.dayFirst, zone, fieldError)).toBe(`${day.iso}T00:00:00Z`);
			}),
			runs,
		);
	});

	describe.each(Object.entries(writers))('whose beginning is written as %s', (form, write) => {
		const namesItsZone = !form.includes('UTC') && !form.includes('JavaScript');

		it.each(['UTC', 'Asia/Kolkata'])('in %s, in whatever zone the workflow is', (writer) => {
			fc.assert(
				fc.property(anyDay, anyZone, (day, zone) => {
					const begin = beginOf(day, writer);
					fc.pre(begin !== undefined);
					expect(birth(write(begin), zone)).toBe(day.dayFirst);
				}),
				runs,
			);
		});

		it('in the workflow’s own zone', () => {
			fc.assert(
				fc.property(dayOfZones, anyZone, (day, zone) => {
					const begin = beginOf(day, zone);
					fc.pre(begin !== undefined);
					expect(birth(write(begin), zone)).toBe(day.dayFirst);
				}),
				runs,
			);
		});

		it('in whatever zone: it is told, or refused', () => {
			fc.assert(
				fc.property(dayOfZones, anyZone, anyZone, (day, writer, zone) => {
					const begin = beginOf(day, writer);
					fc.pre(begin !== undefined);
					// two zones a whole day apart begin their days at the same moment: see below
					fc.pre(Math.abs(begin.offset - begin.setZone(zone).offset) !== 24 * 60);
					const isMidnight = begin.toFormat('HH:mm:ss') === '00:00:00';
					const possible = namesItsZone && isMidnight ? [day.dayFirst] : [day.dayFirst, unsure];
					expect(possible).toContain(birthOrRefusal(write(begin), zone));
				}),
				runs,
			);
		});
	});

	it('but between two zones a whole day apart, where the workflow’s counts', () => {
		const begin = tryToParseDateTime('1996-05-02', 'Pacific/Kiritimati').toJSDate();
		expect(birth(begin, 'Pacific/Kiritimati')).toBe('02-05-1996');
		expect(birth(begin, 'Pacific/Honolulu')).toBe('01-05-1996');
	});
});

describe('a time', () => {
	const seconds = fc
		.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
		.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
	const inUtc = (date: Date) => date.toISOString().replace('.000Z', 'Z');

	it('that names its zone is the same moment in UTC, in whatever zone the workflow is', () => {
		fc.assert(
			fc.property(seconds, anyZone, anyZone, (moment, writer, zone) => {
				const local = tryToParseDateTime(moment, writer);
				for (const value of [local, local.toISO(), moment, moment.toISOString()]) {
					expect(utcTime(value, zone, fieldError)).toBe(inUtc(moment));
				}
			}),
			runs,
		);
	});

	it('that names none shows on a clock in the workflow’s zone what was written', () => {
		const clockIn = (zone: string) =>
			new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
		fc.assert(
			fc.property(seconds, anyZone, (moment, zone) => {
				const clock = clockIn(zone);
				const written = clock.format(moment);
				for (const value of [written, written.replace(' ', 'T')]) {
					const sent = utcTime(value, zone, fieldError);
					expect(clock.format(new Date(sent))).toBe(written);
					// an hour that comes twice leaves two moments to choose from
					expect(Math.abs(Date.parse(sent) - moment.getTime())).toBeLessThanOrEqual(3_600_000);
				}
			}),
			runs,
		);
	});
});
