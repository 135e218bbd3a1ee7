import { existsSync } from 'node:fs';
import { installDebian } from '../../../local/debian';
import type { Context } from './context';
import type { Progress } from '../../../local/n8n/progress';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const packages = ['chromium', 'fonts-dejavu-core'];

const installed = () => places.find((place) => existsSync(place));

/**
 * Finds Chromium, or installs Debian's where this process may.
 *
 * @returns where it is, or why the tests of the editor
 * have to be left out
 */
export async function ensureChromium(progress: Progress): Promise<Context['browser']> {
	const path = process.env.CHROMIUM || installed();
	if (path) return { path };
	const refused = await installDebian(packages, progress);
	const reason = `no Chromium here (${refused ?? 'apt-get put it elsewhere'}): name one in CHROMIUM`;
	return { path: installed(), reason };
}
