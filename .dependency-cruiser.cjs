// JavaScript, since dependency-cruiser loads it as it is.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no circles',
			comment: 'No two files import each other, types included. Move what both need to a third.',
			severity: 'error',
			from: {},
			to: { circular: true },
		},
		{
			name: 'what is shipped stands alone',
			comment: 'nodes/ and credentials/ import each other, n8n-workflow and node:crypto, no more.',
			severity: 'error',
			from: { path: '^(nodes|credentials)/' },
			to: { pathNot: '^(nodes|credentials)/|(^|/)node_modules/n8n-workflow/|^(node:)?crypto$' },
		},
		{
			name: 'programs know no tests',
			comment: 'local/ imports nothing from test/ or bench/.',
			severity: 'error',
			from: { path: '^local/' },
			to: { path: '^(test|bench)/' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.check.json' },
	},
};
