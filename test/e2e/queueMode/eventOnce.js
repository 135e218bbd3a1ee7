const fs = require('node:fs/promises');
const path = require('node:path');
const { outputOf } = require('../../../local/n8n/execution');
const { withCredential } = require('../../../local/n8n/examples');
const { deliver, newEvents, twoAddresses, verificationIds } = require('../support/deliveries');
const { executionsOf } = require('../support/waiting');
const { packageName } = require('../support/workflows');

const root = path.resolve(__dirname, '..', '..', '..');
const file = path.join(root, 'deploy', 'queue-mode', 'event-once.json');

/** The workflow of the guide, with its credentials picked, its table made, and switched on. */
async function publishEventOnce(instance) {
	const { env } = instance.queue.services;
	const data = {
		host: env.DB_POSTGRESDB_HOST,
		port: Number(env.DB_POSTGRESDB_PORT),
		database: env.DB_POSTGRESDB_DATABASE,
		user: env.DB_POSTGRESDB_USER,
		password: env.DB_POSTGRESDB_PASSWORD,
	};
	const postgres = await instance.createCredential({ name: 'Postgres', type: 'postgres' }, data);
	let exported = JSON.parse(await fs.readFile(file, 'utf8'));
	for (const credential of [instance.credential, postgres]) {
		exported = withCredential(exported, credential, packageName);
	}
	const workflow = await instance.rest.createWorkflow(exported);
	const { status } = await instance.rest.runWorkflow(workflow, { trigger: 'Once, by hand' });
	expect(status).toBe('success');
	await instance.rest.activateWorkflow(workflow);
	return workflow;
}

module.exports = (it, shared) => {
	describe('The same delivery to two webhook processes at the same moment', () => {
		it("has one effect in the guide's workflow", async () => {
			const { instance } = shared;
			const workflow = await publishEventOnce(instance);
			const urls = await twoAddresses(instance, workflow);
			const events = newEvents(10);
			for (const event of events) {
				const answers = urls.map((url) => deliver(instance, url, event));
				expect(await Promise.all(answers)).toEqual([200, 200]);
			}
			// One more: the run by hand, which made the table.
			const executions = await executionsOf(instance.rest, workflow, events.length + 1);
			const effects = executions.filter(({ data }) => data.resultData.runData['Your nodes']);
			const handled = effects.map((execution) => outputOf(execution)[0]);
			expect(verificationIds(handled)).toEqual(verificationIds(events));
			expect(handled[0]).toMatchObject({ ...events[0], delivery: { signature_verified: true } });
			console.log(`${events.length} pairs of deliveries: ${executions.length - 1} executions`);
		});
	});
};
