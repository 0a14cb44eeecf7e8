'use client';

import type { ComponentProps } from 'react';
import { ChevronRightIcon, SearchIcon } from '@/components/ui/icons';

type BoxInputProps = Omit<ComponentProps<'input'>, 'type'> & {
	'aria-label': string;
	crumbs?: string[];
	/** Whether the answer to what was typed is on its way. */
	busy: boolean;
};

/** The input of the search box, after the choices so far. */
export function BoxInput({ crumbs = [], busy, ...props }: BoxInputProps) {
	return (
		<div className="flex flex-wrap items-center gap-x-2.5 border-b px-4 py-1">
			<SearchIcon className="size-4 shrink-0 text-muted-foreground" />
			{crumbs.map((crumb, index) => (
				<span key={crumb + String(index)} className="flex min-w-0 max-w-full items-center min-h-8 gap-1 font-medium">
					<span className="max-w-56 truncate" title={crumb}>
						{crumb}
					</span>
					<ChevronRightIcon className="size-3.5 shrink-0 text-muted-foreground" />
				</span>
			))}
			<input
				type="text"
				inputMode="search"
				enterKeyHint="go"
				spellCheck={false}
				// biome-ignore lint/a11y/noAutofocus: who opens the search is about to type
				autoFocus
				className="h-11 min-w-40 flex-1 bg-transparent text-base outline-none placeholder:text-muted-foreground"
				{...props}
			/>
			{/* most answers are there before it would be seen */}
			{busy && <span className="text-muted-foreground text-xs [animation:fade-in_0.2s_0.4s_backwards]">Looking…</span>}
		</div>
	);
}
