// Nothing that ships may have a pattern that costs more than the length of the text: one text from
// outside would stop n8n with it. A pass of its own (npm run lint:patterns), because n8n's strict mode
// wants eslint.config.mjs as it is. JavaScript, since ESLint loads it as it is.
import { getStaticValue } from '@eslint-community/eslint-utils';
import parser from '@typescript-eslint/parser';
import recheck from 'recheck';

// recheck's JavaScript, not the programs that it brings along: the same on each machine.
process.env.RECHECK_SYNC_BACKEND = 'pure';

/** Its work is counted, not timed, so that a slow machine finds the same. */
const untimed = { timeout: null, incubationTimeout: null, seedingTimeout: null };

const check = (pattern, flags, options) =>
	recheck.checkSync(pattern, flags.replace(/[gy]/g, ''), { ...untimed, ...options });

/**
 * What a pattern costs: once through the text, and then again behind each match, as replace, matchAll
 * and split do. One that looks far ahead for a short match costs much only then.
 *
 * @returns recheck's result, with the status `safe` where the cost is linear
 */
function costOf({ pattern, flags }) {
	const once = check(pattern, flags);
	// it looks no farther than some characters
	const isConstant = once.checker === 'automaton' && once.complexity?.type === 'safe';
	if (once.status !== 'safe' || isConstant) return once;
	const escapes = /\\(?:([1-9]\d*)|[^])/g;
	const moved = pattern.replace(escapes, (all, group) => (group ? `\\${Number(group) + 1}` : all));
	return check(`^(?:(?=(${moved}|[^]))\\1)*`, flags, { checker: 'fuzz' });
}

const linear = {
	create: (context) => ({
		'Literal[regex]'(node) {
			const { status, complexity, error } = costOf(node.regex);
			if (status === 'safe') return;
			const cost = complexity?.summary ?? error?.kind;
			context.report({ node, message: `This pattern costs more than the text is long: ${cost}.` });
		},
	}),
};

const literal = 'Write it as a literal, so that it can be checked, and never build it from data.';

const named = (part, name) => `:matches([${part}.name=${name}], [${part}.value=${name}])`;

/** `text.match(value)` makes a pattern of the value, unless it is one. */
const known = {
	create: (context) => ({
		[`CallExpression${named('callee.property', '/^(match|matchAll|search)$/')}`](node) {
			const [pattern] = node.arguments;
			const scope = context.sourceCode.getScope(node);
			if (pattern && getStaticValue(pattern, scope)?.value instanceof RegExp) return;
			context.report({ node, message: `This makes a pattern of a text. ${literal}` });
		},
	}),
};

export default [
	{
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		languageOptions: { parser },
		plugins: { patterns: { rules: { linear, known } } },
		rules: {
			'patterns/linear': 'error',
			'patterns/known': 'error',
			'no-restricted-syntax': [
				'error',
				{
					selector: ':not(TSTypeReference) > Identifier[name="RegExp"]',
					message: `RegExp makes a pattern of a text. ${literal}`,
				},
				{
					selector: `Property${named('key', '"regex"')}`,
					message: `n8n makes a pattern of this text. ${literal}`,
				},
			],
		},
	},
];
