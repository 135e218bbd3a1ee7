/** JSON text in which `reference_id` may be an integer beyond 2^53. */
export function toJson(value: unknown): string {
	function mark(this: Record<string, unknown>, key: string, part: unknown) {
		// not `part`: n8n gives all BigInts a toJSON, which has made a text of it by now
		const own = this[key];
		return typeof own === 'bigint' ? `int64:${own}` : part;
	}
	const text = JSON.stringify(value, mark);
	return text.replace(/"reference_id":"int64:(\d+)"/g, '"reference_id":$1');
}
