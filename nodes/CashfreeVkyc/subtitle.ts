import { wordsFor } from '../shared/subtitle';
import type { Resource } from './actions/resource';

/** What the canvas shows below the node's name, e.g. 'Send link: Video KYC'. */
export function subtitleOf(resources: Record<string, Resource>): string {
	const words = Object.entries(resources).flatMap(([resource, { subtitles }]) =>
		Object.entries(subtitles).map(([operation, subtitle]) => [
			`${operation}: ${resource}`,
			subtitle,
		]),
	);
	const chosen = '$parameter["operation"] + ": " + $parameter["resource"]';
	return `={{ ${wordsFor(Object.fromEntries(words), chosen)} }}`;
}
