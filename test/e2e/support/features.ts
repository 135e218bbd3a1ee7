import { context } from './context';
import type { Declare } from './shared';

const version = context.runtime?.version ?? '';

/**
 * What the tests use and older versions of n8n lack: the version that brought it, and what is
 * therefore left out below it.
 */
const features = {
	startsFirst: {
		since: '2.8.4',
		what: 'a stream of events while n8n is killed, since n8n answers before it starts the workflow',
	},
	tables: {
		since: '2.3.0',
		what: 'the examples whose nodes make a data table',
	},
	customData: {
		since: '2.16.0',
		what: 'an execution found by its verification ID, which a node can note in n8n',
	},
	webhookIds: {
		since: '2.17.7',
		what: 'that n8n gives imported workflows addresses of their own, which its editor did before',
	},
	partsRemoved: {
		since: '2.33.0',
		what: 'that nothing stays stored of a download that broke off',
	},
	keepsNothing: {
		since: '2.41.0',
		what: 'that n8n keeps nothing of an execution whose worker died, which was found in this version',
	},
	reportOnV3: {
		since: '2.30.0',
		what: "n8n's own report on what n8n 3.0 changes",
	},
};

export type Feature = keyof typeof features;

/** @returns whether the first version is older than the second */
const isOlder = (one: string, other: string): boolean =>
	one.localeCompare(other, 'en', { numeric: true }) < 0;

/**
 * @param n8n a version
 * @returns what is left out with it, and why
 */
export const leftOut = (n8n: string): string[] =>
	Object.values(features)
		.filter(({ since }) => isOlder(n8n, since))
		.map(({ since, what }) => `${what} (n8n has this since ${since})`);

/**
 * @param name of a feature
 * @returns whether the n8n that is being tested has it
 */
export const has = (name: Feature): boolean => !isOlder(version, features[name].since);

/**
 * @param name of a feature, if the test needs one
 * @param declare what declares the test where n8n has the feature
 * @returns which counts the test as skipped where n8n lacks the feature
 */
export const itWith = (name?: Feature, declare: Declare = it): Declare =>
	!name || has(name) ? declare : it.skip;
