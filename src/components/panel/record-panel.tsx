'use client';
'use no memo';

import { type ReactNode, useEffect, useRef } from 'react';
import { message } from '@/components/form/message';
import { Button } from '@/components/ui/button';
import { ChevronDownIcon, ChevronUpIcon, Maximize2Icon, XIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import { panelValue, type RecordRef, recordPath } from '@/domain/panel-record';
import { isTyping } from '@/lib/browser/keyboard';
import { PanelContent } from './panel-content';
import type { RowPlace } from './panel-rows';
import type { ShownPage } from './use-record-page';

type RecordPanelProps = {
	record: RecordRef;
	/** As its row has it; empty where there is none. */
	name: string;
	page: ShownPage | null;
	readAt: string;
	/** Where its row stands among the others; null where it is in none that is on the page. */
	place: RowPlace | null;
	onStep: (by: 1 | -1) => void;
	/** Shows more of the record, by the query of a link to its page. */
	onMore: (search: string) => void;
	onClose: () => void;
};

const nouns = { company: 'Company', contact: 'Contact', deal: 'Deal' };

/** A record beside the page, with the way to the next and the previous row. */
export function RecordPanel({ record, name, page, readAt, place, onStep, onMore, onClose }: RecordPanelProps) {
	const panel = useRef<HTMLElement>(null);
	const of = panelValue(record);
	const on = useShortcuts();
	const hint = (key: string) => (on ? ` (${key})` : '');
	const shown = page?.of;
	// biome-ignore lint/correctness/useExhaustiveDependencies: another record takes with it what had the focus in the one before
	useEffect(() => {
		const { activeElement } = document;
		// who has begun to type in the list meanwhile goes on there
		if (panel.current?.contains(activeElement) || isTyping(activeElement)) return;
		panel.current?.focus({ preventScroll: true });
	}, [shown]);
	return (
		<section
			ref={panel}
			data-side-panel
			tabIndex={-1}
			aria-label={name ? `${nouns[record.kind]}: ${name}` : nouns[record.kind]}
			aria-busy={page?.of !== of}
		>
			<div data-panel-bar>
				<p role="status" className="min-w-0 flex-1 truncate text-muted-foreground text-sm tabular-nums">
					{place && <span>{place.text}</span>}
					{place?.within && (
						<>
							{' in '}
							<span>{place.within}</span>
						</>
					)}
					<span translate="no" className="sr-only">
						{place ? `, ${name}` : name}
					</span>
				</p>
				{place && (
					<>
						<StepButton label="Previous" hint={hint('k')} isLast={place.isFirst} onStep={() => onStep(-1)}>
							<ChevronUpIcon />
						</StepButton>
						<StepButton label="Next" hint={hint('j')} isLast={place.isLast} onStep={() => onStep(1)}>
							<ChevronDownIcon />
						</StepButton>
					</>
				)}
				<Button asChild variant="ghost" size="icon-sm">
					<Link href={recordPath(record)} title={`Open as a page${hint('o')}`}>
						<Maximize2Icon />
						<span className="sr-only">{message`Open ${name || nouns[record.kind]} as a page`}</span>
					</Link>
				</Button>
				<Button variant="ghost" size="icon-sm" onClick={onClose} title="Close (Esc)">
					<XIcon />
					<span className="sr-only">Close panel</span>
				</Button>
			</div>
			<PanelContent of={of} name={name} page={page} readAt={readAt} onMore={onMore} onClose={onClose} />
		</section>
	);
}

type StepButtonProps = { label: string; hint: string; isLast: boolean; onStep: () => void; children: ReactNode };

/** It stays where it leads no further, so that it does not lose the focus to nothing. */
function StepButton({ label, hint, isLast, onStep, children }: StepButtonProps) {
	return (
		<Button
			variant="ghost"
			size="icon-sm"
			aria-disabled={isLast}
			onClick={() => isLast || onStep()}
			title={label + hint}
			className="aria-disabled:opacity-40"
		>
			{children}
			<span className="sr-only">{label}</span>
		</Button>
	);
}
