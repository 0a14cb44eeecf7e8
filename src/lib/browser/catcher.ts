/** What the input is like that takes what is typed for a field on its way: it is not seen, and no stop of Tab. */
export const catcherAttributes: Readonly<Record<string, string>> = {
	class: 'pointer-events-none fixed top-0 left-0 size-px opacity-0',
	tabindex: '-1',
	autocomplete: 'off',
	spellcheck: 'false',
	'data-type-ahead': '',
	'aria-label': 'What you type goes to the field that’s opening',
};
