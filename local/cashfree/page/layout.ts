import type { Core } from '../core';
import { faultsSection } from './faults';
import { html } from './html';
import { verificationsSection } from './verifications';
import { deliveriesSection, webhooksSection } from './webhooks';

/** What a form has done, to be shown once. */
export interface Notice {
	text: string;
	failed: boolean;
}

/** @returns the whole page */
export function layout(core: Core, notice: Notice | undefined): string {
	const told =
		notice &&
		html`<p
			class="notice ${notice.failed ? 'bad' : 'good'}"
			role="${notice.failed ? 'alert' : 'status'}"
		>
			${notice.text}
		</p>`;
	const sections = ['verifications', 'webhooks', 'deliveries', 'faults'];
	return html`<!doctype html>
		<html lang="en">
			<head>
				<meta charset="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>Local Cashfree server</title>
				<link rel="stylesheet" href="/_local/page/style.css" />
			</head>
			<body>
				<header>
					<h1>Local Cashfree server</h1>
					<p>Base URL for the credential in n8n: <code>${core.describe().url}</code></p>
					<nav aria-label="On this page">
						${sections.map(
							(id) => html`<a href="#${id}">${id[0]?.toUpperCase()}${id.slice(1)}</a>`,
						)}
						<a href="/_local/">Reload</a>
					</nav>
				</header>
				<main>
					${told} ${verificationsSection(core)} ${webhooksSection(core)} ${deliveriesSection(core)}
					${faultsSection(core)}
				</main>
			</body>
		</html>`.text;
}
