import { describe, expect, test } from 'vitest';
import { commandsOn, matchCommands, type PageRecord } from './commands';
import { asksForCommands, commandLines, panelLines, withoutOpen } from './search-lines';

const id = '019ab1c2-0000-7000-8000-000000000001';
const lan: PageRecord = { kind: 'contact', id, name: 'Nguyễn Thị Lan' };
const everywhere = commandsOn(null, '/dashboard');
const labels = (text: string, commands = everywhere) => matchCommands(commands, text).map(({ label }) => label);

describe('commands are found', () => {
	test.each([
		['dark', ['Change theme to dark']],
		['DARK MODE', ['Change theme to dark']],
		['đark', ['Change theme to dark']],
		['theme', ['Change theme to dark', 'Change theme to light', 'Change theme to system']],
		['sign out', ['Log out']],
		['logout', ['Log out']],
		['new contact', ['Create contact']],
		['add person', ['Create contact']],
		['add company', ['Create company']],
		['go deals', ['Go to deals']],
		['people', ['Create contact', 'Go to contacts']],
		['log a call', ['Log a call with …']],
		[
			'log',
			[
				'Log a call with …',
				'Log an email with …',
				'Log a meeting with …',
				'Log a note with …',
				'Log out',
				'Create activity',
			],
		],
		['won', ['Change stage …']],
		['reminder', ['Create follow-up']],
		['help', ['Show keyboard shortcuts']],
		['csv', ['Go to import']],
		['binh minh', []],
	])('%s', (text, expected) => expect(labels(text)).toEqual(expected));
});

test('commands for the record of the page come first, and are not found by its name', () => {
	const commands = commandsOn(lan, `/contacts/${id}`);
	expect(labels('tag', commands)).toEqual(['Tag Nguyễn Thị Lan', 'Tag …']);
	expect(labels('lan', commands)).toEqual([]);
	const [call] = matchCommands(commands, 'call');
	expect(call).toMatchObject({
		label: 'Log a call with Nguyễn Thị Lan',
		doing: { href: `/activities/new?contactId=${id}&type=call` },
	});
	const [stage] = commandsOn({ kind: 'deal', id, name: 'Kho lạnh' }, `/deals/${id}`);
	expect(stage).toMatchObject({ label: 'Change stage of Kho lạnh', doing: { step: { asks: 'stage' } } });
});

test('records stand above commands, in the order in which they were found', () => {
	const hit = (kind: 'company' | 'contact', name: string) => ({
		kind,
		id: `${kind} ${name}`,
		name,
		about: '',
		decides: false,
		why: null,
	});
	const hits = [hit('company', 'Tagarno'), hit('contact', 'Tạ Gia')];
	const groups = panelLines({ hits, more: [], opened: 0, best: null, marks: [], unknown: [] }, 'tag', everywhere);
	expect(groups.map(({ title, start }) => [title, start])).toEqual([
		['Companies', 0],
		['Contacts', 1],
		['Commands', 2],
		['All results', expect.any(Number)],
	]);
	// one letter is no command, nor is a sign
	for (const q of ['t', '%', '…'])
		expect(
			panelLines({ hits, more: [], opened: 0, best: null, marks: [], unknown: [] }, q, everywhere).map(
				({ title }) => title,
			),
		).toEqual(['Companies', 'Contacts', 'All results']);
});

test('without a text, what was opened last stands above what was changed last, without the record that is open', () => {
	const hit = (name: string) => ({ kind: 'deal' as const, id: name, name, about: '', decides: false, why: null });
	const answer = {
		hits: ['Kho lạnh', 'Bao bì', 'Bảo trì', 'Thủy sản'].map(hit),
		more: [],
		opened: 3,
		best: null,
		marks: [],
		unknown: [],
	};
	const shown = (here: string | null) =>
		panelLines(withoutOpen(answer, here ? { id: here } : null), '', []).map(({ title, lines }) => [
			title,
			lines.map((line) => 'hit' in line && line.hit.name),
		]);
	expect(shown(null)).toEqual([
		['Recently opened', ['Kho lạnh', 'Bao bì', 'Bảo trì']],
		['Recently changed', ['Thủy sản']],
	]);
	expect(shown('Kho lạnh')[0]).toEqual(['Recently opened', ['Bao bì', 'Bảo trì']]);
	expect(shown('Thủy sản')).toEqual([['Recently opened', ['Kho lạnh', 'Bao bì', 'Bảo trì']]]);
});

test('every line has a key of its own, also where a record is called as commands are written', () => {
	for (const kind of ['company', 'contact', 'deal'] as const) {
		const commands = commandsOn({ kind, id, name: '…' }, '/x');
		const keys = commandLines(commands, '>').flatMap(({ lines }) => lines.map(({ key }) => key));
		expect(new Set(keys).size).toBe(commands.length);
	}
});

test('where no record fits, a command comes before a company of that name', () => {
	const titles = panelLines(
		{ hits: [], more: [], opened: 0, best: null, marks: [], unknown: [] },
		'dark',
		everywhere,
	).map(({ title }) => title);
	expect(titles).toEqual(['Commands', 'Create']);
});

test('nothing is created by the name of a question, of signs or of what nobody has typed to its end', () => {
	const none = { hits: [], more: [], opened: 0, best: null, marks: [], unknown: [] };
	const titles = (answer: Parameters<typeof panelLines>[0], q: string) =>
		panelLines(answer, q, []).map(({ title }) => title);
	expect(titles(none, 'Sao Biển')).toEqual(['Create']);
	expect(titles({ ...none, isQuery: true }, 'tag:vip')).toEqual([]);
	expect(titles(none, '\u200b')).toEqual([]);
	const hit = { kind: 'deal' as const, id: '1', name: 'Kho lạnh', about: '', decides: false, why: null };
	expect(titles({ ...none, hits: [hit], opened: 1, isLatest: true }, 'tag:')).toEqual(['Recently opened']);
});

test('a leading sign asks for commands alone', () => {
	expect(asksForCommands(' >tag')).toBe(true);
	expect(asksForCommands('a > b')).toBe(false);
	const [all] = commandLines(everywhere, '>');
	expect(all?.lines).toHaveLength(everywhere.length);
	expect(commandLines(everywhere, '> dark')[0]?.lines).toMatchObject([
		{ text: 'Change theme to dark', doing: { theme: 'dark' } },
	]);
	expect(commandLines(everywhere, '>zzz')).toEqual([]);
});
