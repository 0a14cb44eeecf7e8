'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { type FormFailure, failureOf } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { useUndoToast } from '@/components/form/undo-toast';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { lookForChanges, markStale } from '@/lib/browser/stale-pages';
import { moveDeal } from '../actions';
import { movedText } from '../components/stage-words';
import { cardsAtOnce, type DealStage, dealStages, isClosed } from '../stage/stages';
import type { ShownBoard, ShownCard, ShownSums } from './board-columns';

export type Columns = Record<DealStage, ShownCard[]>;
/** A card's way to a column, between two cards that are shown there. */
export type Move = { id: string; stage: DealStage; above: string | null; below: string | null };

/** The server's latest answer: the loaded cards, which columns have more of them, and the sums. */
type Known = { stamp: string; query: string; columns: Columns; more: Record<DealStage, boolean>; sums: ShownSums };

export type BoardData = {
	/** Names this very answer of the server. */
	stamp: string;
	cards: Columns;
	sums: ShownSums;
	/** The query string of the board's search and filters. */
	query: string;
	/** The columns to show. */
	stages: DealStage[];
};

/** What became of an answer since: leaving and coming back shows the answer once more, which knows nothing of the moves. */
const remembered: { latest: Known | null; shown: Set<string> } = { latest: null, shown: new Set() };

const fromServer = ({ stamp, query, cards, sums }: BoardData): Known =>
	remembered.latest?.stamp === stamp ? remembered.latest : knownOf({ stamp, query }, cards, sums, cardsAtOnce);

function knownOf(of: Pick<Known, 'stamp' | 'query'>, columns: Columns, sums: ShownSums, limit: number): Known {
	const more = Object.fromEntries(dealStages.map((stage) => [stage, columns[stage].length >= limit]));
	return { ...of, columns, more: more as Known['more'], sums };
}

const hasLoadedMore = ({ columns }: Known) => dealStages.some((stage) => columns[stage].length > cardsAtOnce);

/** After a new answer to the same question, cards that were loaded beyond the first ones stay until they are read again. */
const successor = (known: Known, data: BoardData): Known =>
	known.query === data.query && hasLoadedMore(known) ? { ...known, stamp: data.stamp } : fromServer(data);

const lostMove: FormFailure = {
	ok: false,
	message:
		'The server gave no answer, so it is not known whether the card was moved. It is shown where it was; once the connection is back, the board shows where it is.',
};

export type Outcome = { ok: true; changeSet: string } | { ok: false; message: string };

/** The change that a move has made, if it was saved. */
export const changeOf = (outcome: Outcome) => (outcome.ok ? outcome.changeSet : null);

type Answer = Awaited<ReturnType<typeof moveDeal>> | FormFailure;
/** Asks a question before a move is sent with the answer; null if the user cancels. */
export type AskBeforeMove = (send: (answer: Record<string, unknown>) => Promise<Answer>) => Promise<Answer | null>;

/**
 * The board's cards: what the server has said, with the moves laid over it that are still on their way. One that is
 * refused falls away, and the card lies again where it was.
 */
export function useBoard(data: BoardData) {
	const undoToast = useUndoToast();
	const [known, setKnown] = useState(() => fromServer(data));
	const [moves, setMoves] = useState<Move[]>([]);
	const [loading, setLoading] = useState<DealStage[]>([]);
	const [failed, setFailed] = useState<Partial<Record<DealStage, NoAnswer>>>({});
	if (known.stamp !== data.stamp) setKnown(successor(known, data));
	const latest = useRef({ known, query: data.query, moving: false });
	const shown = useRef(false);
	useEffect(() => {
		shown.current = true;
		return () => {
			shown.current = false;
		};
	}, []);
	useEffect(() => {
		latest.current = { known, query: data.query, moving: moves.length > 0 };
	});

	/** Takes over a new answer of the server, unless the board shows another query by then. */
	const learn = useCallback((stamp: string, change: (before: Known) => Known) => {
		setKnown((before) => {
			if (before.stamp !== stamp) return before;
			const after = change(before);
			remembered.latest = after;
			return after;
		});
	}, []);

	/** Reads as much of the board again as is loaded. If that fails, the board stays as it is. */
	const reread = useCallback(async () => {
		const {
			query,
			known: { stamp, columns },
		} = latest.current;
		const limit = Math.max(cardsAtOnce, ...dealStages.map((stage) => columns[stage].length));
		const asked = new URLSearchParams({ query, limit: String(Math.min(limit, 1_000)) });
		const board = await readJson<ShownBoard>(`/api/deals/board?${asked}`).catch(() => null);
		if (!board) return;
		const { cards, sums } = board;
		// this answer lacks moves that are still being sent; those read the board again if needed
		if (!latest.current.moving) learn(stamp, () => knownOf({ stamp, query }, cards, sums, limit));
	}, [learn]);

	// a board that is shown once more is as old as it was then; one that is read again keeps all that was loaded
	useEffect(() => {
		if (remembered.shown.has(data.stamp) || hasLoadedMore(latest.current.known)) void reread();
		remembered.shown.add(data.stamp);
	}, [data.stamp, reread]);

	// a column whose cards are all loaded has as many as the database counts, or another window has changed it
	const isOff = dealStages.some(
		(stage) =>
			!known.more[stage] &&
			data.stages.includes(stage) &&
			known.columns[stage].length !== known.sums.columns[stage].count,
	);
	useEffect(() => {
		if (isOff && moves.length === 0) void reread();
	}, [isOff, moves.length, reread]);

	/** Moves a card at once, and moves it back if the server refuses or the user cancels. */
	async function move(asked: Move, ask: AskBeforeMove = (send) => send({})): Promise<Outcome> {
		const { stamp } = latest.current.known;
		setMoves((before) => [...before, asked]);
		// the answer brings the board what has changed, but not the pages that Back leads to
		markStale();
		const result = await ask((answer) =>
			moveDeal({ ...answer, ...asked, query: data.query }).catch((error) => failureOf(error, lostMove)),
		);
		if (!result) {
			setMoves((before) => before.filter((each) => each !== asked));
			return { ok: false, message: 'Left where it was.' };
		}
		markStale();
		if (!shown.current) lookForChanges();
		const isPresent = latest.current.known.stamp === stamp;
		if (result.ok) {
			const { sums, card, name, from } = result.data;
			learn(stamp, (before) => ({ ...before, columns: replaceCard(applyMove(before.columns, asked), card), sums }));
			if (from !== asked.stage) undoToast(movedText(name, asked.stage), result.changeSet);
		} else {
			sayFailure(result);
		}
		setMoves((before) => before.filter((each) => each !== asked));
		latest.current.moving = false;
		if (!isPresent || !result.ok) void reread();
		return result.ok ? { ok: true, changeSet: result.changeSet } : { ok: false, message: result.message };
	}

	/** Loads the next cards of a column. */
	async function loadMore(stage: DealStage) {
		const { stamp, columns } = known;
		const after = columns[stage].at(-1)?.id;
		if (moves.length > 0 || loading.includes(stage)) return;
		if (!after) return void reread();
		setLoading((before) => [...before, stage]);
		setFailed(({ [stage]: _, ...others }) => others);
		try {
			const asked = new URLSearchParams({ stage, after, query: data.query });
			const cards = await readJson<ShownCard[] | null>(`/api/deals/cards?${asked}`);
			const present = latest.current.known.columns;
			const isNext = present[stage].at(-1)?.id === after;
			if (!cards || !isNext || !hasNew(present, cards)) void reread();
			else learn(stamp, (before) => append(before, stage, cards));
		} catch (error) {
			const why = whyNoAnswer(error);
			setFailed((before) => ({ ...before, [stage]: why }));
		}
		setLoading((before) => before.filter((each) => each !== stage));
	}

	return { columns: moves.reduce(applyMove, known.columns), known, moves, move, loadMore, failed };
}

/** Whether an answer contains new cards or the end of the column. */
function hasNew(columns: Columns, cards: ShownCard[]): boolean {
	const present = new Set(dealStages.flatMap((each) => columns[each].map(({ id }) => id)));
	return cards.length < cardsAtOnce || cards.some(({ id }) => !present.has(id));
}

function append(known: Known, stage: DealStage, cards: ShownCard[]): Known {
	const present = new Set(dealStages.flatMap((each) => known.columns[each].map(({ id }) => id)));
	const fresh = cards.filter(({ id }) => !present.has(id));
	return {
		...known,
		columns: { ...known.columns, [stage]: [...known.columns[stage], ...fresh] },
		more: { ...known.more, [stage]: cards.length >= cardsAtOnce },
	};
}

function replaceCard(columns: Columns, card: ShownCard | undefined): Columns {
	const replaced = (cards: ShownCard[]) => cards.map((each) => (each.id === card?.id ? card : each));
	return Object.fromEntries(dealStages.map((stage) => [stage, replaced(columns[stage])])) as Columns;
}

/** The columns after a move. A card from another column starts again at 0 days. */
export function applyMove(columns: Columns, { id, stage, above, below }: Move): Columns {
	const from = dealStages.find((each) => columns[each].some((card) => card.id === id));
	const card = from && columns[from].find((each) => each.id === id);
	if (!from || !card) return columns;
	const rest = { ...columns, [from]: columns[from].filter((each) => each.id !== id) };
	const target = rest[stage];
	const after = target.findIndex((each) => each.id === above);
	const before = target.findIndex((each) => each.id === below);
	const index = after >= 0 ? after + 1 : before >= 0 ? before : 0;
	const moved = from === stage ? card : { ...card, days: 0, ...(isClosed(stage) && { signals: null }) };
	return { ...rest, [stage]: target.toSpliced(index, 0, moved) };
}
