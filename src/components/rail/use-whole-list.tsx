'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { SignedOut } from '@/components/form/signed-out';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';

type WholeListProps<Item> = {
	/** What the page has brought. */
	first: Item[];
	/** How many there are, and what they are called. */
	count: number;
	noun: string;
	/** The address that has all of them as JSON. */
	source: string;
};

/**
 * The first items of a list, and all of them once somebody asks for them by the button that is returned too. What changes one
 * calls the function that comes last and waits for it, so that no old item is shown between its answer and the list's.
 */
export function useWholeList<Item>(props: WholeListProps<Item>): [Item[], ReactNode, () => Promise<void>] {
	const { first, count, noun, source } = props;
	const [isOpen, setOpen] = useState(false);
	const [whole, setWhole] = useState<Item[]>();
	const [failure, setFailure] = useState<NoAnswer>();
	const asked = useRef(0);
	const answered = useRef(0);

	// anew whenever the page has been read again, as then the others may have changed too
	useEffect(() => {
		if (!isOpen || first.length === 0) return;
		const ended = new AbortController();
		const question = ++asked.current;
		readJson<Item[]>(source, ended.signal).then(
			(items) => {
				if (question < answered.current) return;
				answered.current = question;
				setWhole(items);
				setFailure(undefined);
			},
			(error) => {
				if (ended.signal.aborted) return;
				setFailure(whyNoAnswer(error));
				setOpen(false);
			},
		);
		return () => ended.abort();
	}, [isOpen, source, first]);

	async function readAgain() {
		if (!isOpen) return;
		const question = ++asked.current;
		// one that fails is asked again with the page
		const items = await readJson<Item[]>(source).catch(() => undefined);
		if (!items || question < answered.current) return;
		answered.current = question;
		setWhole(items);
	}

	const isShown = isOpen && whole !== undefined;
	const isLate = isOpen && whole === undefined;
	const button = count > first.length && (
		<>
			<button
				type="button"
				aria-expanded={isShown}
				aria-busy={isLate}
				className="show-all"
				onClick={() => setOpen(!isOpen)}
			>
				{isShown ? 'Show fewer' : isLate ? 'Loading…' : `Show all ${count.toLocaleString('en')} ${noun}`}
			</button>
			{failure === 'signedOut' && <SignedOut />}
			{failure === 'failed' && (
				<p role="alert" className="text-destructive-ink text-xs">
					Couldn’t load all {noun}. Try again.
				</p>
			)}
		</>
	);
	return [isShown ? whole : first, button, readAgain];
}
