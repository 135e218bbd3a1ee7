import type { INodeType, IWebhookFunctions } from 'n8n-workflow';
import { linkGenerated, receive, trigger } from './receive';

/** The trigger, in an n8n that fails with a person's name where the headers are read. */
const nodeType: INodeType = {
	...trigger.nodeType,
	async webhook(this: IWebhookFunctions) {
		const getHeaderData = () =>
			Object.defineProperty({}, 'x-webhook-signature', {
				get: () => {
					throw new TypeError('name-of-a-person');
				},
			});
		Object.assign(this, { getHeaderData });
		return (await trigger.nodeType.webhook?.call(this)) ?? {};
	},
};

it('what nobody foresaw is refused in fixed words, so that the delivery comes again', async () => {
	const { response, logs } = await receive(linkGenerated(), { nodeType });
	expect(response).toMatchObject({
		status: 503,
		body: { message: 'The delivery could not be handled' },
	});
	expect(logs.join('\n')).not.toContain('name-of-a-person');
});
