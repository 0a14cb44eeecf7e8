'use client';

import { Search } from 'lucide-react';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useState } from 'react';
import { useListbox } from '@/components/form/use-listbox';
import { useAnswer } from '@/components/form/use-options';
import { Dialog, DialogContent, DialogTitle } from '@/components/ui/dialog';
import { type Line, linesOf } from '../lines';
import type { Found } from '../schema';
import { SearchLine } from './search-line';

type SearchDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Finds companies, contacts, deals and activities while one types; before that, what was last worked on. */
export function SearchDialog({ open, onOpenChange }: SearchDialogProps) {
	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent
				aria-describedby={undefined}
				showCloseButton={false}
				className="top-[8dvh] max-h-[84dvh] translate-y-0 gap-0 overflow-hidden p-0 sm:max-w-2xl"
			>
				<DialogTitle className="sr-only">Search</DialogTitle>
				<SearchPanel onLeave={() => onOpenChange(false)} />
			</DialogContent>
		</Dialog>
	);
}

function SearchPanel({ onLeave }: { onLeave: () => void }) {
	const router = useRouter();
	const [text, setText] = useState('');
	const { answer: found, to, current, failed } = useAnswer<Found>('/api/search', text.trim());
	const { id: listId, reopen, inputProps, lineProps } = useListbox(true);
	const shownFor = to ?? '';
	const groups = found ? linesOf(found, shownFor) : [];
	const lines = groups.flatMap((group) => group.lines);

	function go({ href }: Line, newTab: boolean) {
		if (newTab) return void window.open(href, '_blank', 'noopener');
		onLeave();
		router.push(href as Route);
	}

	// the lines may still be those of an earlier text; then Enter waits for the right ones
	const take = (index: number, newTab = false) => {
		const line = lines[index];
		if (line && current) go(line, newTab);
	};
	const { onKeyDown, ...input } = inputProps(lines.length, take);

	return (
		<>
			<div className="flex items-center gap-2.5 border-b px-4">
				<Search aria-hidden className="size-4 shrink-0 text-muted-foreground" />
				<input
					{...input}
					type="text"
					inputMode="search"
					enterKeyHint="go"
					spellCheck={false}
					aria-label="Search"
					placeholder="Search companies, contacts, deals and activities"
					maxLength={200}
					// biome-ignore lint/a11y/noAutofocus: who opens the search is about to type
					autoFocus
					value={text}
					onChange={(event) => {
						setText(event.target.value);
						reopen();
					}}
					onKeyDown={(event: KeyboardEvent<HTMLInputElement>) => {
						const isEnter = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing;
						if (!isEnter) return onKeyDown(event);
						event.preventDefault();
						const active = event.currentTarget.getAttribute('aria-activedescendant');
						take(Number(active?.split('-').at(-1)), true);
					}}
					className="h-13 min-w-0 flex-1 bg-transparent text-base outline-none placeholder:text-muted-foreground"
				/>
			</div>
			<p role="status" className="sr-only">
				{current && found && said(lines.length, text)}
			</p>
			{failed && (
				<p role="alert" className="border-b px-4 py-2.5 text-destructive-ink">
					The search did not answer. Type on to try again.
				</p>
			)}
			{found && text.trim() !== '' && found.hits.length === 0 && (
				<p className="px-4 pt-3 text-muted-foreground">Nothing fits “{shownFor}”.</p>
			)}
			{found && text.trim() === '' && found.hits.length === 0 && (
				<p className="px-4 py-3 text-muted-foreground">What you worked on last will stand here.</p>
			)}
			<div
				id={listId}
				role="listbox"
				aria-label="Found"
				aria-busy={!current}
				className="min-h-0 overflow-y-auto overscroll-contain p-2 empty:hidden aria-busy:opacity-60"
			>
				{groups.map(({ title, lines: own, start }) => (
					// biome-ignore lint/a11y/useSemanticElements: a group of options, after the ARIA pattern
					<div key={title} role="group" aria-label={title}>
						<p aria-hidden className="px-2 pt-2 pb-1 font-semibold text-muted-foreground text-xs">
							{title}
						</p>
						{own.map((line, index) => (
							<SearchLine
								key={line.href}
								line={line}
								q={shownFor}
								{...lineProps(start + index, () => go(line, false))}
								onLeave={onLeave}
							/>
						))}
					</div>
				))}
			</div>
			<p aria-hidden className="border-t px-4 py-2 text-muted-foreground text-xs pointer-coarse:hidden">
				↑ ↓ to choose · Enter to open · Ctrl Enter or ⌘ Enter in a new tab · Esc to close
			</p>
		</>
	);
}

function said(lines: number, text: string): string {
	if (text.trim() === '') return '';
	return lines === 0 ? 'Nothing found' : `${lines} found`;
}
