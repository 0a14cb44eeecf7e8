import type { NotedNoun } from '@/domain/note-draft';
import { forgetUnsent, holdUnsent, type SentNote } from '@/lib/browser/unsent-notes';

/** Where an editor begins: the notes themselves, or a draft of them. */
export type NoteStart = {
	text: string;
	/** The notes when this was begun. */
	was: string;
	/** The draft that it goes on with, and who sent that. */
	draft?: { id: string; editor: string; seq: number };
};

/** What became of the last thing that was sent. */
export type KeepState = 'kept' | 'signedOut' | 'failed' | { refused: string };

type KeptRecord = { noun: NotedNoun; record: string; owner: string; editor: string };

/** After so many milliseconds without a key, what was typed is sent; and at the latest, where typing goes on. */
const pause = 700;
const longestPause = 3_000;
/** What got no answer is sent again after this time. */
const retryPause = 5_000;
/** As much as browsers send of a page that is gone, in bytes. */
const keepaliveLimit = 60_000;

/** Keeps what is typed on the server while it is typed, one thing after the other. */
export function keepTyped({ owner, editor, ...of }: KeptRecord, start: NoteStart, say: (state: KeepState) => void) {
	let { text } = start;
	/** What the server has, and whether it knows from what this editor began. */
	let kept = text;
	let isKnown = start.draft !== undefined;
	let draft = start.draft?.id ?? editor;
	let after = start.draft && { editor: start.draft.editor, seq: start.draft.seq };
	let seq = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let typedSince: number | null = null;
	let sending: Promise<void> = Promise.resolve();
	let isOver = false;

	async function post(isLast = false): Promise<void> {
		seq++;
		const sent: SentNote = { ...of, draft, editor, seq, ...(after && { after }), text, was: start.was };
		holdUnsent(owner, sent);
		const body = JSON.stringify(isKnown ? { ...sent, was: undefined } : sent);
		const keepalive = isLast && new Blob([body]).size < keepaliveLimit;
		const headers = { 'Content-Type': 'application/json' };
		let response: Response;
		try {
			response = await fetch('/api/drafts', { method: 'POST', headers, body, keepalive });
		} catch {
			return fail('failed');
		}
		if (response.status === 401) return fail('signedOut');
		const answer = await response.json().catch(() => null);
		if (response.status === 400 && answer) return fail({ refused: String(answer.message) });
		if (!response.ok || !answer) return fail('failed');
		if ('gone' in answer) {
			// saved or thrown away elsewhere, while it was still being typed here
			isKnown = false;
			draft = editor;
			after = undefined;
			return post(isLast);
		}
		draft = answer.draft;
		after = undefined;
		isKnown = true;
		kept = sent.text;
		if (kept === text && !isOver) forgetUnsent(owner, of.record, editor);
		say('kept');
	}

	function fail(state: KeepState) {
		say(state);
		if (!isOver && state === 'failed') timer ??= setTimeout(flush, retryPause);
	}

	/** Sends what has not been sent. Ends when the server has answered. */
	function flush(always = false): Promise<void> {
		clearTimeout(timer);
		timer = undefined;
		typedSince = null;
		sending = sending.then(() => (isOver || (text === kept && !always) ? undefined : post()));
		return sending;
	}

	const onHide = () => {
		// a page that goes has no time to wait for what is on its way
		if (!isOver && text !== kept && document.visibilityState === 'hidden') void post(true);
	};
	const onPageHide = () => void (!isOver && text !== kept && post(true));
	const onReturn = () => void flush();
	document.addEventListener('visibilitychange', onHide);
	window.addEventListener('pagehide', onPageHide);
	window.addEventListener('online', onReturn);
	window.addEventListener('focus', onReturn);

	return {
		/** To be called with each change. */
		type(next: string) {
			text = next;
			typedSince ??= Date.now();
			clearTimeout(timer);
			timer = setTimeout(flush, Math.max(0, Math.min(pause, typedSince + longestPause - Date.now())));
		},
		flush,
		/** Sends nothing more until something is typed, and waits for what is on its way. */
		settle() {
			clearTimeout(timer);
			timer = undefined;
			return within(sending);
		},
		/** Sends what has not been sent, and waits for that. */
		leave: () => within(flush()),
		/** The draft as it is kept, and the ids under which it may be. */
		draft: () => ({ id: draft, ...(after ?? { editor, seq }) }),
		ids: () => [...new Set([draft, editor])],
		/** Whether nothing has been sent or waits for it. */
		isUntouched: () => seq === 0 && kept === text,
		/** Ends it; nothing is kept any longer where it was saved. */
		end(isSaved: boolean) {
			isOver = true;
			clearTimeout(timer);
			document.removeEventListener('visibilitychange', onHide);
			window.removeEventListener('pagehide', onPageHide);
			window.removeEventListener('online', onReturn);
			window.removeEventListener('focus', onReturn);
			if (isSaved) forgetUnsent(owner, of.record, editor);
		},
	};
}

/** So long is waited for an answer, in milliseconds: what was typed is kept in the browser anyway. */
const patience = 2_000;

function within(work: Promise<void>): Promise<void> {
	return Promise.race([work, new Promise<void>((resolve) => setTimeout(resolve, patience))]);
}

export type DraftKeeper = ReturnType<typeof keepTyped>;
