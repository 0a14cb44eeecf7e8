import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readUnsent, type SentNote } from '@/lib/browser/unsent-notes';
import { type KeepState, keepTyped, type NoteStart } from './keep-typed';
import { sendUnsent } from './send-unsent';

/** A browser as far as an editor needs one: a page that can be hidden and left, its storage, and a server to send to. */
class Storage {
	setItem(key: string, value: string) {
		Object.assign(this, { [key]: value });
	}
	getItem(key: string): string | null {
		return (this as unknown as Record<string, string>)[key] ?? null;
	}
	removeItem(key: string) {
		delete (this as unknown as Record<string, string>)[key];
	}
}

type Answer = { status: number; body: object } | 'no connection';

let page: { document: EventTarget & { visibilityState: string }; window: EventTarget };
let sent: (Partial<SentNote> & { keepalive: boolean })[];
let answers: ((note: SentNote) => Answer | Promise<Answer>)[];
const taken = (): Answer => ({ status: 200, body: { draft: 'kept' } });

beforeEach(() => {
	vi.useFakeTimers();
	sent = [];
	answers = [];
	page = {
		document: Object.assign(new EventTarget(), { visibilityState: 'visible' }),
		window: new EventTarget(),
	};
	vi.stubGlobal('document', page.document);
	vi.stubGlobal('window', page.window);
	vi.stubGlobal('localStorage', new Storage());
	vi.stubGlobal('fetch', async (_url: string, init: { body: string; keepalive?: boolean }) => {
		const note = JSON.parse(init.body) as SentNote;
		sent.push({ ...note, keepalive: init.keepalive ?? false });
		const answer = await (answers.shift() ?? taken)(note);
		if (answer === 'no connection') throw new TypeError('Failed to fetch');
		return new Response(JSON.stringify(answer.body), { status: answer.status });
	});
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

function open(start: NoteStart = { text: 'cũ', was: 'cũ' }, editor = 'tab') {
	const states: KeepState[] = [];
	const of = { noun: 'company', record: 'binh-minh', owner: 'lan', editor } as const;
	return { ...keepTyped(of, start, (state) => states.push(state)), states };
}
const unsent = () => readUnsent('lan', 'binh-minh').map(({ text }) => text);
const texts = () => sent.map(({ text }) => text);
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('what is typed', () => {
	test('is sent once typing stops, and not for each key', async () => {
		const { type } = open();
		for (const text of ['m', 'mớ', 'mới']) {
			type(text);
			await pass(300);
		}
		expect(texts()).toEqual([]);
		await pass(700);
		expect(sent).toMatchObject([{ text: 'mới', was: 'cũ', seq: 1, editor: 'tab', keepalive: false }]);
		await pass(60_000);
		expect(sent).toHaveLength(1);
		expect(unsent()).toEqual([]);
	});

	test('is sent every three seconds while typing goes on', async () => {
		const { type } = open();
		for (let n = 1; n <= 40; n++) {
			type('x'.repeat(n));
			await pass(250);
		}
		expect(sent.length).toBeGreaterThanOrEqual(3);
		expect(sent.length).toBeLessThanOrEqual(4);
	});

	test('goes one after the other, and the notes it began from only until they are known', async () => {
		const { type, flush } = open();
		let answer = (_: Answer) => {};
		answers.push(() => new Promise((resolve) => (answer = resolve)));
		type('một');
		void flush();
		await pass(0);
		type('hai');
		const second = flush();
		await pass(5_000);
		expect(texts()).toEqual(['một']);
		answer(taken());
		await second;
		expect(sent).toMatchObject([
			{ text: 'một', seq: 1, was: 'cũ' },
			{ text: 'hai', seq: 2, draft: 'kept' },
		]);
		expect(sent[1]).not.toHaveProperty('was');
	});

	test.each(['visibilitychange', 'pagehide'])(
		'reaches the server on %s, without waiting for what is on its way',
		async (event) => {
			const { type, flush } = open();
			answers.push(() => new Promise(() => {}));
			type('một');
			void flush();
			await pass(0);
			type('một, và chữ cuối');
			page.document.visibilityState = 'hidden';
			(event === 'pagehide' ? page.window : page.document).dispatchEvent(new Event(event));
			await pass(0);
			expect(sent.at(-1)).toMatchObject({ text: 'một, và chữ cuối', seq: 2, keepalive: true });
		},
	);

	test('that is too long for a page that goes is sent as far as the browser lets it, and kept', async () => {
		const { type } = open();
		answers.push(() => new Promise(() => {}));
		type('ệ'.repeat(25_000));
		page.window.dispatchEvent(new Event('pagehide'));
		expect(sent.at(-1)).toMatchObject({ keepalive: false });
		expect(unsent()[0]).toHaveLength(25_000);
	});

	test('stays in the browser without a connection, is tried again, and forgotten once it is there', async () => {
		const { type, states } = open();
		answers.push(
			() => 'no connection',
			() => 'no connection',
		);
		type('mới');
		await pass(700);
		expect(states).toEqual(['failed']);
		expect(unsent()).toEqual(['mới']);
		await pass(5_000);
		await pass(5_000);
		expect(states).toEqual(['failed', 'failed', 'kept']);
		expect(unsent()).toEqual([]);
		expect(texts()).toEqual(['mới', 'mới', 'mới']);
	});

	test('waits for the sign-in where the session is over', async () => {
		const { type, states } = open();
		answers.push(() => ({ status: 401, body: { message: 'Sign in first.' } }));
		type('mới');
		await pass(60_000);
		expect(states).toEqual(['signedOut']);
		expect(unsent()).toEqual(['mới']);
		page.window.dispatchEvent(new Event('focus'));
		await pass(0);
		expect(states.at(-1)).toBe('kept');
	});

	test('that is refused says why', async () => {
		const { type, states } = open();
		answers.push(() => ({ status: 400, body: { message: 'Contains a NUL character; remove it.' } }));
		type('mới');
		await pass(700);
		expect(states).toEqual([{ refused: 'Contains a NUL character; remove it.' }]);
	});

	test('is sent with the notes it began from where the draft is gone', async () => {
		const { type, flush } = open({ text: 'nháp', was: 'cũ', draft: { id: 'd', editor: 'điện thoại', seq: 4 } });
		answers.push(() => ({ status: 200, body: { gone: true } }));
		type('nháp thêm');
		await flush();
		expect(sent).toMatchObject([
			{ draft: 'd', after: { editor: 'điện thoại', seq: 4 }, text: 'nháp thêm' },
			{ draft: 'tab', text: 'nháp thêm', was: 'cũ' },
		]);
		expect(sent[1]).not.toHaveProperty('after');
	});

	test('is not sent any more once it was saved', async () => {
		const { type, settle, end } = open();
		type('mới');
		await settle();
		end(true);
		page.window.dispatchEvent(new Event('pagehide'));
		await pass(60_000);
		expect(texts()).toEqual([]);
		expect(unsent()).toEqual([]);
	});

	test('does not hold up what waits for it for long', async () => {
		const { type, leave } = open();
		answers.push(() => new Promise(() => {}));
		type('mới');
		let hasLeft = false;
		void leave().then(() => {
			hasLeft = true;
		});
		await pass(2_000);
		expect(hasLeft).toBe(true);
		expect(unsent()).toEqual(['mới']);
	});
});

describe('what could not be sent', () => {
	test('is sent with the next look at the record, and offered', async () => {
		const { type, end } = open();
		answers.push(() => 'no connection');
		type('mới');
		await pass(700);
		end(false);
		expect(await sendUnsent('lan', 'binh-minh', 'cũ')).toEqual({
			text: 'mới',
			was: 'cũ',
			draft: { id: 'kept', editor: 'tab', seq: 1 },
		});
		expect(unsent()).toEqual([]);
	});

	test('is offered also where there is still no connection, and kept', async () => {
		const { type, end } = open();
		answers.push(
			() => 'no connection',
			() => 'no connection',
		);
		type('mới');
		await pass(700);
		end(false);
		expect(await sendUnsent('lan', 'binh-minh', 'cũ')).toMatchObject({ text: 'mới' });
		expect(unsent()).toEqual(['mới']);
	});

	test('is no matter of another record or account, nor where the notes say it already', async () => {
		const { type, end } = open();
		answers.push(() => 'no connection');
		type('mới');
		await pass(700);
		end(false);
		expect(await sendUnsent('lan', 'anh-duong', '')).toBeNull();
		expect(await sendUnsent('bảo', 'binh-minh', '')).toBeNull();
		expect(await sendUnsent('lan', 'binh-minh', 'mới')).toBeNull();
		expect(unsent()).toEqual([]);
	});
});
