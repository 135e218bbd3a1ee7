import { adviceFor, rateLimit } from './advice';
import type { Advice } from './adviceByCode';
import { answerReason } from './answerWords';
import { ownCodes } from '../transport/requestOutcome';
import type { RequestOutcome, NotSent, Unknown } from '../transport/requestOutcome';

/** Where n8n reads the address of its proxy from. */
const proxyAddress = 'HTTP_PROXY and HTTPS_PROXY in the environment of n8n';
const maybeProxy = `If n8n sends through a proxy, it may come from there: check ${proxyAddress}.`;

const withStatus = (status: number | undefined) => (status ? ` (HTTP ${status})` : '');

function notSent({ code, status }: NotSent): Advice {
	switch (code) {
		case ownCodes.notCreated:
			return {
				message: `Cashfree did not process this request although it was sent several times${withStatus(status)}`,
				description:
					'A look-up showed that nothing was created, so running this item again is safe.',
			};
		case ownCodes.proxy:
			return {
				message: `The proxy of n8n asks for a user name and password${withStatus(status)}`,
				description: `Nothing was sent to Cashfree. Put both into the address of the proxy, which n8n reads from ${proxyAddress}, e.g. http://user:password@proxy.example.com:3128.`,
			};
		case ownCodes.rateLimit:
			return {
				...rateLimit,
				description: `This request was not sent. ${rateLimit.description}`,
			};
		case ownCodes.stopped:
			return {
				message: 'The run was stopped before this request was sent',
				description: 'Run this item again.',
			};
		default:
			return {
				message: `Cashfree could not be reached${code ? ` (${code})` : ''}, and nothing was sent`,
				description:
					"Check 'Environment' in the credential, and the network and proxy of n8n's server.",
			};
	}
}

/** What happened, and what to check besides. */
function whatCame(outcome: Unknown): [string, string?] {
	const { reason, status, expected } = outcome;
	const http = withStatus(status);
	switch (reason) {
		case 'timeout':
			return ['Cashfree did not answer in time'];
		case 'connection_lost':
			return ['The connection to Cashfree was lost before its response arrived'];
		case 'stopped':
			return ['The run was stopped before the response from Cashfree arrived'];
		case 'server':
			return [`Cashfree could not process this request${http}`];
		case 'empty':
			return [`Cashfree sent an empty response${http}`, maybeProxy];
		case 'html':
			return [`A web page came back instead of the response from Cashfree${http}`, maybeProxy];
		case 'not_json':
			return [`The response from Cashfree is cut off or not JSON${http}`, maybeProxy];
		case 'not_cashfree':
			return [`The response does not have the format of Cashfree${http}`, maybeProxy];
		case 'proxy':
			return [
				`A proxy answered instead of Cashfree${http}`,
				`Allow n8n to reach Cashfree there. n8n reads the address of its proxy from ${proxyAddress}; where none is set, it is one of the network, or in front of Cashfree.`,
			];
		case 'not_expected':
			return [
				`Cashfree answered with HTTP ${status}, but not with ${expected}`,
				"Check 'Base URL' in the credential, if its environment is custom.",
			];
		case 'refused_later':
			return [adviceFor({ status: status ?? 0, body: answerReason(outcome) }).message];
	}
}

function withoutResult(outcome: Unknown, clearUp: string | undefined): Advice {
	const [message, check] = whatCame(outcome);
	const isLater = outcome.reason === 'refused_later';
	const sentences = [
		...(isLater ? ['This is the response to a retry; an earlier request got no response.'] : []),
		...(clearUp ? [`It is not known whether Cashfree acted on this request. ${clearUp}`] : []),
		...(clearUp ? [] : ['Nothing was created, so running this item again is safe.']),
		...(check ? [check] : []),
	];
	return { message, description: sentences.join(' ') };
}

/**
 * What the end of a request that is no success means, be it an answer or not.
 *
 * @param clearUp what to do where it is not known whether Cashfree acted; without, it changes nothing
 */
export function adviceOf(outcome: RequestOutcome, clearUp: string | undefined): Advice {
	switch (outcome.state) {
		case 'answered':
			return adviceFor({ status: outcome.status, body: answerReason(outcome) });
		case 'unknown':
			return withoutResult(outcome, clearUp);
		case 'not_sent':
			return notSent(outcome);
	}
}
