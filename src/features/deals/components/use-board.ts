'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { toast } from 'sonner';
import { failureOf } from '@/components/form/form';
import { useUndoToast } from '@/components/form/undo-toast';
import { moveDeal } from '../actions';
import type { ShownCard, ShownSums } from '../board';
import { cardsAtOnce, type DealStage, dealStages, stageNames } from '../stages';

export type Columns = Record<DealStage, ShownCard[]>;
/** A card's way to a column, between two cards that are shown there. */
export type Move = { id: string; stage: DealStage; above: string | null; below: string | null };

/** What the server has said: the cards that are loaded, which columns have more of them, and the sums. */
type Known = { stamp: string; columns: Columns; more: Record<DealStage, boolean>; sums: ShownSums };

export type BoardData = {
	/** Names this very answer of the server. */
	stamp: string;
	cards: Columns;
	sums: ShownSums;
	/** The query string of the board's search and filters. */
	query: string;
};

/** What became of an answer since: leaving and coming back shows the answer once more, which knows nothing of the moves. */
const remembered: { latest: Known | null } = { latest: null };

const fromServer = ({ stamp, cards, sums }: BoardData): Known =>
	remembered.latest?.stamp === stamp
		? remembered.latest
		: {
				stamp,
				columns: cards,
				more: Object.fromEntries(
					dealStages.map((stage) => [stage, cards[stage].length >= cardsAtOnce]),
				) as Known['more'],
				sums,
			};

/**
 * The board's cards: what the server has said, with the moves laid over it that are still on their way. One that is
 * refused falls away, and the card lies again where it was.
 */
export function useBoard(data: BoardData) {
	const router = useRouter();
	const undoToast = useUndoToast();
	const [known, setKnown] = useState(() => fromServer(data));
	const [moves, setMoves] = useState<Move[]>([]);
	if (known.stamp !== data.stamp) setKnown(fromServer(data));

	const [isOld] = useState(() => remembered.latest?.stamp === data.stamp);
	// biome-ignore lint/correctness/useExhaustiveDependencies: once, when the board comes back on the screen
	useEffect(() => {
		if (isOld) router.refresh();
	}, []);

	// another window may have changed the board while this one was out of sight
	const busy = moves.length > 0;
	useEffect(() => {
		const onVisible = () => document.visibilityState === 'visible' && !busy && router.refresh();
		document.addEventListener('visibilitychange', onVisible);
		return () => document.removeEventListener('visibilitychange', onVisible);
	}, [busy, router]);

	/** Keeps what the server has said anew. */
	function learn(change: (before: Known) => Known) {
		setKnown((before) => {
			const after = change(before);
			remembered.latest = after;
			return after;
		});
	}

	/** Moves a card at once, and takes it back with a message where the server refuses. */
	async function move(asked: Move) {
		setMoves((before) => [...before, asked]);
		const result = await moveDeal({ ...asked, query: data.query }).catch(failureOf);
		if (result.ok) {
			const { sums, card, name, from } = result.data;
			learn((before) => ({ ...before, columns: replaceCard(applyMove(before.columns, asked), card), sums }));
			if (from !== asked.stage) undoToast(`Moved ${name} to ${stageNames[asked.stage]}`, result.changeSet);
		} else {
			toast.error(result.message);
		}
		setMoves((before) => before.filter((each) => each !== asked));
		if (!result.ok) router.refresh();
	}

	const [loading, setLoading] = useState<DealStage[]>([]);
	const [failed, setFailed] = useState<DealStage[]>([]);

	/** Loads the next cards of a column. */
	async function loadMore(stage: DealStage) {
		const after = known.columns[stage].at(-1)?.id;
		if (!after || busy || loading.includes(stage)) return;
		setLoading((before) => [...before, stage]);
		setFailed((before) => before.filter((each) => each !== stage));
		try {
			const asked = new URLSearchParams({ stage, after, query: data.query });
			const response = await fetch(`/api/deals/cards?${asked}`);
			if (!response.ok) throw new Error(response.statusText);
			const cards: ShownCard[] | null = await response.json();
			if (cards) learn((before) => append(before, stage, cards));
			// the column has changed elsewhere
			else router.refresh();
		} catch {
			setFailed((before) => [...before, stage]);
		}
		setLoading((before) => before.filter((each) => each !== stage));
	}

	return { columns: moves.reduce(applyMove, known.columns), known, moves, move, loadMore, failed };
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

/** The columns after a move. A card that comes from another column begins its days anew. */
export function applyMove(columns: Columns, { id, stage, above, below }: Move): Columns {
	const from = dealStages.find((each) => columns[each].some((card) => card.id === id));
	const card = from && columns[from].find((each) => each.id === id);
	if (!from || !card) return columns;
	const rest = { ...columns, [from]: columns[from].filter((each) => each.id !== id) };
	const target = rest[stage];
	const after = target.findIndex((each) => each.id === above);
	const before = target.findIndex((each) => each.id === below);
	const index = after >= 0 ? after + 1 : before >= 0 ? before : 0;
	const moved = from === stage ? card : { ...card, days: 0, ...(stage.startsWith('closed') && { overdue: false }) };
	return { ...rest, [stage]: target.toSpliced(index, 0, moved) };
}
