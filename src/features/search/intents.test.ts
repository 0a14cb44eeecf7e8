import { describe, expect, test } from 'vitest';
import type { SearchedKind } from '@/domain/search/searched-kinds';
import { dealStages, stageNames } from '@/features/deals/stage/stages';
import { commandsOn } from './commands';
import { intentLines as linesAmong } from './intent-lines';
import { intentOf as intentAmong, sourceOf } from './intents';
import type { Hit } from './schema';
import { commandLines, type PanelLine, panelLines } from './search-lines';

const stages = dealStages.map((stage) => ({ stage, name: stageNames[stage] }));
const intentOf = (text: string) => intentAmong(text, stages);
const intentLines = (intent: Parameters<typeof linesAmong>[0], answer: unknown) => linesAmong(intent, answer, stages);
const commands = commandsOn(null, '/dashboard');
const hit = (kind: SearchedKind, name: string, about = ''): Hit => ({
	kind,
	id: `${kind}-${name}`,
	name,
	about,
	decides: false,
	why: null,
});
const deal = (name: string, stage = 'proposal') => ({ id: name, name, companyName: 'Acme Corp', stage });
const textOf = (line: PanelLine) => ('hit' in line ? line.hit.name : line.text);

/** The lines of the box for a text, with what the server finds by the whole text and by the name in it. */
function offered(text: string, answer: unknown, hits: Hit[] = []): string[] {
	const intent = intentOf(text);
	const meant = { lines: intent ? intentLines(intent, answer) : [], verbText: intent?.verbText ?? null };
	return panelLines({ hits, more: [], opened: 0, best: null, marks: [], unknown: [] }, text, commands, meant).flatMap(
		({ lines }) => lines.map(textOf),
	);
}

const found = (...hits: Hit[]) => ({ hits, more: [], opened: 0, best: null, marks: [], unknown: [] });
const robert = hit('contact', 'Robert Fox', 'Buyer · Acme Corp');
const lan = hit('contact', 'Nguyễn Thị Lan');

describe('a verb and a name', () => {
	test.each([
		['call robert', 'Log a call with Robert Fox'],
		['Call Robert', 'Log a call with Robert Fox'],
		['log a call with robert', 'Log a call with Robert Fox'],
		['log call robert', 'Log a call with Robert Fox'],
		['email robert', 'Log an email with Robert Fox'],
		['email to robert', 'Log an email with Robert Fox'],
		['meeting with robert', 'Log a meeting with Robert Fox'],
		['meet robert', 'Log a meeting with Robert Fox'],
		['note about robert', 'Log a note with Robert Fox'],
		['new note robert', 'Log a note with Robert Fox'],
		['log robert', 'Log a call with Robert Fox'],
		['tag robert', 'Tag Robert Fox'],
		['edit robert', 'Edit Robert Fox'],
		['open robert', 'Robert Fox'],
		['new deal for robert', 'Create deal for Robert Fox'],
		['add task robert', 'Create follow-up for Robert Fox'],
	])('%s', (text, first) => expect(offered(text, found(robert))[0]).toBe(first));

	test.each([
		['call nguyễn thị lan', 'nguyễn thị lan'],
		['CALL Nguyễn', 'Nguyễn'],
		['  call   lan  ', 'lan'],
		['>call lan', 'lan'],
		['call 0912 345 678', '0912 345 678'],
		['move rollout', 'rollout'],
		['change stage of rollout', 'rollout'],
		['move the deal rollout', 'rollout'],
		['move rollout to nego', 'rollout'],
		['move from paper to cloud', 'paper to cloud'],
		['new contact at acme', 'acme'],
	])('the name in “%s”', (text, name) => expect(intentOf(text)?.name).toBe(name));

	test.each([
		'call',
		'call ',
		'log a call',
		'new contact',
		'robert call',
		'tagarno viet nam',
		'notes',
		'move',
		'call …',
		'',
	])('“%s” names nothing', (text) => expect(intentOf(text)).toBeNull());
});

test('who is called comes before where they work, by any word of the name; what only mentions it comes last', () => {
	const hits = [hit('company', 'Lan Anh'), hit('deal', 'Lan can kính'), hit('contact', 'Trần Văn Bảo'), lan];
	expect(offered('call lan', found(...hits))).toEqual([
		'Log a call with Nguyễn Thị Lan',
		'Log a call with Lan Anh',
		'Log a call about Lan can kính',
		'Log a call with Trần Văn Bảo',
	]);
	expect(offered('tag lan', found(...hits))[0]).toBe('Tag Lan Anh');
	// without accents, as the server finds it as well
	expect(offered('email nguyen thi', found(lan))[0]).toBe('Log an email with Nguyễn Thị Lan');
});

test('a call leads to the form with whom or what it was about', () => {
	const [line] = intentLines(
		{ verb: { does: 'log', types: ['call'] }, verbText: 'call', name: 'rollout' },
		found(hit('deal', 'Rollout')),
	);
	expect(line).toMatchObject({ href: '/activities/new?dealId=deal-Rollout&type=call' });
});

test('a deal is moved to each of its other stages, those first that are named', () => {
	const deals = [deal('Old rollout', 'qualification'), deal('Rollout phase 2')];
	expect(offered('move rollout', deals)).toEqual([
		'Move Rollout phase 2 to Prospecting',
		'Move Rollout phase 2 to Qualification',
		'Move Rollout phase 2 to Negotiation',
		'Move Rollout phase 2 to Closed Won',
		'Move Rollout phase 2 to Closed Lost',
		'Change stage of Old rollout',
	]);
	for (const [text, first] of [
		['move rollout to nego', 'Negotiation'],
		['win rollout', 'Closed Won'],
		['lose rollout', 'Closed Lost'],
		['close rollout', 'Closed Won'],
	] as const)
		expect(offered(text, deals)[0]).toBe(`Move Rollout phase 2 to ${first}`);
	expect(sourceOf(intentOf('move rollout') ?? fail())).toBe('/api/deals?open=yes');
});

test('what is meant stands above activities of that name, and below a record that is called so', () => {
	const called = hit('activity', 'Call Robert about prices');
	expect(offered('call robert', found(robert), [called]).slice(0, 2)).toEqual([
		'Log a call with Robert Fox',
		called.name,
	]);
	const centre = hit('company', 'Call Robert Centre');
	expect(offered('call robert', found(robert), [centre])).toEqual(['Call Robert Centre', 'Log a call with Robert Fox']);
});

test('where nobody has the name, the command asks for one', () => {
	expect(offered('call zzz', found())).toEqual(['Log a call with …', 'Create company “call zzz”']);
	expect(
		commandLines(commands, '>call zzz', { lines: [], verbText: 'call' }).flatMap(({ lines }) => lines.map(textOf)),
	).toEqual(['Log a call with …']);
	// an answer to another question, such as before the verb was changed
	expect(offered('move rollout', found(robert))[0]).toBe('Change stage …');
	expect(offered('call robert', [deal('Robert')])[0]).toBe('Log a call with …');
});

test('every line has a key of its own', () => {
	const keys = intentLines(
		{ verb: { does: 'log', types: ['call', 'note'] }, verbText: 'log', name: 'l' },
		found(lan, robert),
	).map(({ key }) => key);
	expect(new Set(keys).size).toBe(4);
});

test('a company is created by the name that is typed', () => {
	expect(offered('new company Đại Phát', null)[0]).toBe('Create company “Đại Phát”');
});

function fail(): never {
	throw new Error('nothing is meant');
}
