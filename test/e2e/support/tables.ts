import type { IDataObject } from 'n8n-workflow';
import type { Instance } from './instance';

interface DataTable {
	id: string;
	projectId: string;
	name: string;
}

async function pathOf({ rest }: Instance, tableName: string): Promise<string> {
	const { data } = await rest.request<{ data: DataTable[] }>('GET', '/data-tables-global');
	const { id, projectId } = data.find(({ name }) => name === tableName) ?? {};
	return `/projects/${projectId}/data-tables/${id}`;
}

/** Puts rows into a data table, which a first run of a workflow has made. */
export async function addRows(instance: Instance, tableName: string, data: object[]) {
	await instance.rest.request('POST', `${await pathOf(instance, tableName)}/insert`, { data });
}

const most = 250;

/** @returns all rows of a data table */
export async function rowsOf(instance: Instance, tableName: string): Promise<IDataObject[]> {
	const path = `${await pathOf(instance, tableName)}/rows?sortBy=id:asc&take=${most}`;
	const rows: IDataObject[] = [];
	for (let last = most; last === most; ) {
		const page = `${path}&skip=${rows.length}`;
		const { data } = await instance.rest.request<{ data: IDataObject[] }>('GET', page);
		rows.push(...data);
		last = data.length;
	}
	return rows;
}
