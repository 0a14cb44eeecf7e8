'use client';

import { useEffect, useRef, useState } from 'react';
import { SearchIcon, XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { countText, type KindCounts, kindFilters } from './timeline-kinds';
import type { AskedEntries } from './use-timeline';

type TimelineFiltersProps = {
	asked: AskedEntries;
	onAsk: (change: Partial<AskedEntries>) => void;
	counts: KindCounts;
	years: { first: number; last: number };
};

/** So long, in milliseconds, it is waited for the next letter of a search. */
const pause = 200;

/** Chooses which entries of a timeline are shown: of one kind, of a year and before, or with what is typed. */
export function TimelineFilters({ asked, onAsk, counts, years }: TimelineFiltersProps) {
	const [searches, setSearches] = useState(false);
	const [text, setText] = useState('');
	const button = useRef<HTMLButtonElement>(null);
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
	useEffect(() => () => clearTimeout(timer.current), []);

	function search(typed: string, wait = pause) {
		setText(typed);
		clearTimeout(timer.current);
		timer.current = setTimeout(() => onAsk({ q: typed.trim() }), wait);
	}

	function close() {
		setSearches(false);
		clearTimeout(timer.current);
		setText('');
		if (asked.q || asked.year) onAsk({ q: '', year: null });
		button.current?.focus();
	}

	return (
		<div data-filters>
			{/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields; these are buttons. */}
			<div role="group" aria-label="Kinds of entries">
				{kindFilters.map(([kind, label]) => (
					<button key={label} type="button" aria-pressed={asked.kind === kind} onClick={() => onAsk({ kind })}>
						<span>{label}</span> <span data-count>{countText(counts, kind)}</span>
					</button>
				))}
			</div>
			<button
				ref={button}
				type="button"
				data-search
				aria-expanded={searches}
				title="Search the timeline"
				onClick={() => (searches ? close() : setSearches(true))}
			>
				{searches ? <XIcon /> : <SearchIcon />}
				<span className="sr-only">{searches ? 'Close search' : 'Search the timeline'}</span>
			</button>
			{searches && (
				<div data-looks>
					<Input
						type="search"
						autoFocus
						aria-label="Search the timeline"
						placeholder="Search the timeline"
						autoComplete="off"
						maxLength={200}
						className="min-w-0 flex-1"
						value={text}
						onChange={({ target }) => search(target.value)}
						onKeyDown={(event) => {
							if (event.key === 'Escape') close();
							else if (event.key === 'Enter') search(text, 0);
						}}
					/>
					{years.first < years.last && (
						<select
							aria-label="Year"
							value={asked.year ?? ''}
							onChange={({ target }) => onAsk({ year: target.value ? Number(target.value) : null })}
						>
							<option value="">Latest</option>
							{Array.from(
								{ length: Math.min(years.last - years.first, 100) },
								(_, index) => years.last - 1 - index,
							).map((year) => (
								<option key={year} value={year}>
									{year}
								</option>
							))}
						</select>
					)}
				</div>
			)}
		</div>
	);
}
