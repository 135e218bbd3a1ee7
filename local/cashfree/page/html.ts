/** A piece of HTML, to be used as it is. */
export class Html {
	constructor(readonly text: string) {}
}

type Part = Html | string | number | bigint | null | undefined | readonly Part[];

const entities: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

function toText(part: Part): string {
	if (part instanceof Html) return part.text;
	if (Array.isArray(part)) return part.map(toText).join('');
	return String(part ?? '').replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** HTML from a template: whatever is filled in is shown as text, unless it is `Html` itself. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
	return new Html(strings.map((text, index) => text + toText(parts[index])).join(''));
}
