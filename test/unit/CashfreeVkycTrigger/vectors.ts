import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The exact bytes of a body in `vectors/`.
 *
 * @param name without `.body`
 */
const bodyOf = (name: string) => readFileSync(join(__dirname, 'vectors', `${name}.body`));

/** Deliveries that were signed with OpenSSL: `vectors/README.md` has the commands. */
export const vectors = [
	{
		what: 'an event with its time in milliseconds',
		body: 'linkGenerated',
		timestamp: '1746427759733',
		secret: 'test-client-secret',
		signature: 'Dw5sR1YnenwLFOSLtzTyOPwXVnSfnUBoRTtZ3O/CHXs=',
	},
	{
		what: 'an event with its time in seconds',
		body: 'linkGenerated',
		timestamp: '1746427759',
		secret: 'test-client-secret',
		signature: 'ZKcXtqBCBSPQepiNy6Zf3NrSB+4kv4ZNaFvnIJSrAHc=',
	},
	{
		what: 'an event signed with an earlier secret',
		body: 'linkGenerated',
		timestamp: '1746427759733',
		secret: 'earlier-client-secret',
		signature: '+Dr3Ug4IxaLyhGRLa4DyHBc+LF8bY7DHDsPMvHF3EiI=',
	},
	{
		what: 'an event over several lines, with escapes, other scripts and a 64-bit number',
		body: 'auditorReview',
		timestamp: '1747885874000',
		secret: 'test-client-secret',
		signature: 'ASMUJ5PYRtSqhdDvnhFz0BoQfOTRbk+i5CSURbgaKhM=',
	},
	{
		what: 'an event of PPI Video KYC',
		body: 'ppiCallCompleted',
		timestamp: '1762165230123',
		secret: 'test-client-secret',
		signature: 'EeYBLD+OzW5qHgsKwfEiAIFNTJQR+T3wF2eChX81ypY=',
	},
].map(({ body, ...vector }) => ({ ...vector, rawBody: bodyOf(body) }));

/** Bodies that hold the older signature themselves. */
export const legacyBodies = {
	'of texts and numbers': bodyOf('legacyLinkGenerated'),
	'with true and null': bodyOf('legacyFlags'),
};
